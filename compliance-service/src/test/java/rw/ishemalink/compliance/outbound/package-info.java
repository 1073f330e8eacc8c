/** Tests of the package of the same name. */
@NullMarked
package rw.ishemalink.compliance.outbound;

import org.jspecify.annotations.NullMarked;
