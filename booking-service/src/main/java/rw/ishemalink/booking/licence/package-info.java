/**
 * Whether a clearance still holds when the driver is at the door. Invariant: nothing is picked up on a day on which what was
 * checked is no longer valid, or after news that a licence is not.
 */
@NullMarked
package rw.ishemalink.booking.licence;

import org.jspecify.annotations.NullMarked;
