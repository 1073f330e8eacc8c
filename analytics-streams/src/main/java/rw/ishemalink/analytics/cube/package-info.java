/** Sums over what is known of bookings, by tenant, aggregate, period and group. Invariant: a cell holds exactly the parts of the bookings as they stand now, whatever was told of them before and in whatever order. */
@NullMarked
package rw.ishemalink.analytics.cube;

import org.jspecify.annotations.NullMarked;
