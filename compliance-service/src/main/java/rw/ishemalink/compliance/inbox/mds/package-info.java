/** Reads bookings, fleet and positions for the regulator's view. Invariant: what is not a ride leaves no trace there. */
@NullMarked
package rw.ishemalink.compliance.inbox.mds;

import org.jspecify.annotations.NullMarked;
