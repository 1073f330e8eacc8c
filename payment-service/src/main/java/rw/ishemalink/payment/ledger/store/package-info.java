/**
 * The ledger's SQL. Invariant: rows are only inserted; what is updated (chain heads, account totals) can be derived
 * from them, and only the sealer writes it.
 */
@NullMarked
package rw.ishemalink.payment.ledger.store;

import org.jspecify.annotations.NullMarked;
