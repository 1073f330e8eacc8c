/**
 * What happened on an account, in the order of the chain. Invariant: a line never moves: pages that were read stay as
 * they are, whatever is booked later, and each line says how the account stood after it.
 */
@NullMarked
package rw.ishemalink.payment.ledger.statement;

import org.jspecify.annotations.NullMarked;
