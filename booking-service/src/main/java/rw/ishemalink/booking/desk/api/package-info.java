/** The REST resources of bookings. Invariant: every answer shows a booking as it was committed. */
@NullMarked
package rw.ishemalink.booking.desk.api;

import org.jspecify.annotations.NullMarked;
