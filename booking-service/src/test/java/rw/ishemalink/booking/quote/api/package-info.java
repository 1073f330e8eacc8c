/** Checks on /api/quotes: who may ask for what, and how bad input is answered. */
@NullMarked
package rw.ishemalink.booking.quote.api;

import org.jspecify.annotations.NullMarked;
