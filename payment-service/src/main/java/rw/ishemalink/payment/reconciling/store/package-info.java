/**
 * The SQL of reconciliation: set by set, never movement by movement. Invariant: of a day's statements the last revision
 * counts, and a movement that two days name under one transaction counts once.
 */
@NullMarked
package rw.ishemalink.payment.reconciling.store;

import org.jspecify.annotations.NullMarked;
