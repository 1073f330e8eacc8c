/** What bookings add to the aggregates. Invariant: a booking counts once, by its latest state, however often and however late its events come. */
@NullMarked
package rw.ishemalink.analytics.booking;

import org.jspecify.annotations.NullMarked;
