/** The facts of payment, compliance and fleet, heard and turned into commands. Invariant: a fact that no longer fits changes nothing. */
@NullMarked
package rw.ishemalink.booking.inbox;

import org.jspecify.annotations.NullMarked;
