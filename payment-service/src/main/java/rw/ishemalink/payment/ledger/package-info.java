/**
 * Double-entry books per tenant (docs/money.md). Invariants, which the database holds too: every transfer balances,
 * nothing is booked twice, nothing that is written changes, a reservation is posted or voided once.
 */
@NullMarked
package rw.ishemalink.payment.ledger;

import org.jspecify.annotations.NullMarked;
