/** Tests of the package of the same name. */
@NullMarked
package rw.ishemalink.compliance.licence;

import org.jspecify.annotations.NullMarked;
