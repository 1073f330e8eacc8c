/** Devices with a key of their own. Invariant: the key is nowhere but on the device; here is its SHA-256 only. */
@NullMarked
package rw.ishemalink.tracking.device;

import org.jspecify.annotations.NullMarked;
