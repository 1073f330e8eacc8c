/**
 * Our books against the providers' statements (docs/money.md). Invariants: after a run the clearing account says what the
 * provider says, to the franc; what our books do not explain stands in suspense, once for each open case; running a day
 * again changes nothing that still is so.
 */
@NullMarked
package rw.ishemalink.payment.reconciling;

import org.jspecify.annotations.NullMarked;
