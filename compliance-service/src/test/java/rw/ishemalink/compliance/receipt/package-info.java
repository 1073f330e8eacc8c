/** Tests of the package of the same name. */
@NullMarked
package rw.ishemalink.compliance.receipt;

import org.jspecify.annotations.NullMarked;
