/**
 * Double-entry books per tenant. Invariant: debits equal credits in every transfer, and nothing written is ever changed; the database enforces both.
 */
@NullMarked
package rw.ishemalink.payment.ledger;

import org.jspecify.annotations.NullMarked;
