/** What a journey costs, by tariffs that are versioned data. Invariant: a price is computed once, rounded once, and names the tariff that made it. */
@NullMarked
package rw.ishemalink.booking.quote;

import org.jspecify.annotations.NullMarked;
