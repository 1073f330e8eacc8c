/**
 * The books for auditors. Invariant: only the balance of the token's tenant is shown.
 */
@NullMarked
package rw.ishemalink.payment.ledger.api;

import org.jspecify.annotations.NullMarked;
