/** Tests of the package of the same name. */
@NullMarked
package rw.ishemalink.compliance.audit;

import org.jspecify.annotations.NullMarked;
