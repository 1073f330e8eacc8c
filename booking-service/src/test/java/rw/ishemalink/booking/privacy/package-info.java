/** Tests of people's rights over their bookings. Invariant: the database is looked at, not what is said of it. */
@NullMarked
package rw.ishemalink.booking.privacy;

import org.jspecify.annotations.NullMarked;
