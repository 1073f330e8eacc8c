/** Tests of the package of the same name. */
@NullMarked
package rw.ishemalink.compliance.outbound.rura;

import org.jspecify.annotations.NullMarked;
