/** /api/quotes. Invariant: a request becomes a journey that can be priced, or a problem that says what to mend. */
@NullMarked
package rw.ishemalink.booking.quote.api;

import org.jspecify.annotations.NullMarked;
