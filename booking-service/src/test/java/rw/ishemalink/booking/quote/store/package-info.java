/** Checks on what the tables keep, and on how old a reading of them may be. */
@NullMarked
package rw.ishemalink.booking.quote.store;

import org.jspecify.annotations.NullMarked;
