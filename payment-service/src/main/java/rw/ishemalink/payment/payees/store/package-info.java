/**
 * Payees in the database. Invariant: what changes about a driver is newer than what was known; wallets are only
 * added.
 */
@NullMarked
package rw.ishemalink.payment.payees.store;

import org.jspecify.annotations.NullMarked;
