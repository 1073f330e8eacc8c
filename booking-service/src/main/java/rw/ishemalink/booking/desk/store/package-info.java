/** The tables of bookings and their history. Invariant: history is only ever added to, and its last row agrees with the booking. */
@NullMarked
package rw.ishemalink.booking.desk.store;

import org.jspecify.annotations.NullMarked;
