/** Tests of the package of the same name. */
@NullMarked
package rw.ishemalink.compliance.work;

import org.jspecify.annotations.NullMarked;
