/**
 * The SQL of payments and movements. Invariant: locks are taken payment first, then movement.
 */
@NullMarked
package rw.ishemalink.payment.collecting.store;

import org.jspecify.annotations.NullMarked;
