/** Checks on prices: what holds for every journey, and figures worked out by hand. */
@NullMarked
package rw.ishemalink.booking.quote;

import org.jspecify.annotations.NullMarked;
