/**
 * REST: the wallets of operators and drivers.
 */
@NullMarked
package rw.ishemalink.payment.payees.api;

import org.jspecify.annotations.NullMarked;
