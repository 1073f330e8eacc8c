/** Where reference data, tariffs and quotes are kept. Invariant: a stored quote is never updated. */
@NullMarked
package rw.ishemalink.booking.quote.store;

import org.jspecify.annotations.NullMarked;
