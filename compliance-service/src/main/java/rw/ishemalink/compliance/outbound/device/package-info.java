/** Which adapter a seller's device is spoken to with. Invariant: a seller whose settings are wrong is not served at all. */
@NullMarked
package rw.ishemalink.compliance.outbound.device;

import org.jspecify.annotations.NullMarked;
