/**
 * Who can be paid, and at which wallet. Invariant: a wallet is never overwritten, and one that replaced another is
 * not used before it has rested.
 */
@NullMarked
package rw.ishemalink.payment.payees;

import org.jspecify.annotations.NullMarked;
