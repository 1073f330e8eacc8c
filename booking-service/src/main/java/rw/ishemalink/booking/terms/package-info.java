/** What sender and platform agree on: what goes where, for how much. Invariant: terms never change once they are agreed; the quote is the final price. */
@NullMarked
package rw.ishemalink.booking.terms;

import org.jspecify.annotations.NullMarked;
