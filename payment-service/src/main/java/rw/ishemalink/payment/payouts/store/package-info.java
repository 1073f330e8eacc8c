/**
 * Payouts in the database. Invariant: a payout is recorded in the transaction that reserves its money.
 */
@NullMarked
package rw.ishemalink.payment.payouts.store;

import org.jspecify.annotations.NullMarked;
