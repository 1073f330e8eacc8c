/**
 * Finds a driver: who is near, who may, who is asked and who takes it.
 *
 * <p>Invariants: an offer is real (a driver has one open offer at a time, and it ends with what it was for, in the same
 * transaction: that is why searches are opened and closed by {@link rw.ishemalink.booking.desk.AfterChange} and not by
 * hearing our own events); of two who accept, one wins; whoever was considered can be told why.
 *
 * <p>Row locks are taken in one order: booking, search, offers. The loop does not lock the booking, so nothing of a
 * search refers to it by a foreign key that would.
 */
@NullMarked
package rw.ishemalink.booking.dispatch;

import org.jspecify.annotations.NullMarked;
