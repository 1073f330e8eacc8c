/**
 * Settlement runs in the database. Invariant: what a page did and how far it got commit together.
 */
@NullMarked
package rw.ishemalink.payment.settlement.store;

import org.jspecify.annotations.NullMarked;
