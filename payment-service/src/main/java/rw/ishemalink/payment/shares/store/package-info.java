/** Shares in the database. Invariant: a booking has one, and its row is locked before it changes. */
@NullMarked
package rw.ishemalink.payment.shares.store;

import org.jspecify.annotations.NullMarked;
