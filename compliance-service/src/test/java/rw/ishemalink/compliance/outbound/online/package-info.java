/** Devices on line, played on the wire. Invariant: every call is checked as it was sent. */
@NullMarked
package rw.ishemalink.compliance.outbound.online;

import org.jspecify.annotations.NullMarked;
