/** RURA's register of licences. Invariant: only 200 and 404 are answers. */
@NullMarked
package rw.ishemalink.compliance.outbound.rura;

import org.jspecify.annotations.NullMarked;
