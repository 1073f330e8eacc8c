/** Where bookings are made and changed. Invariant: one change is one transaction of state, history row and event; what a caller may not see does not exist for them. */
@NullMarked
package rw.ishemalink.booking.desk;

import org.jspecify.annotations.NullMarked;
