/** Checks on how the tables of bookings are read. */
@NullMarked
package rw.ishemalink.booking.desk.store;

import org.jspecify.annotations.NullMarked;
