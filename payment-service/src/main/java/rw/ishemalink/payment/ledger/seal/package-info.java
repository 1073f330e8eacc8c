/**
 * The chain over a tenant's transfers (docs/money.md). Invariant: every committed transfer gets one place, places have no
 * gaps, and a place's hash depends on all that stands before it.
 */
@NullMarked
package rw.ishemalink.payment.ledger.seal;

import org.jspecify.annotations.NullMarked;
