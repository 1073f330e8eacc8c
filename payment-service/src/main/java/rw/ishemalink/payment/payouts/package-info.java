/**
 * Money owed goes to wallets. Invariant: it is reserved in the books before anybody is asked, one order is sent
 * under one reference only, and the books follow what the provider says became of it.
 */
@NullMarked
package rw.ishemalink.payment.payouts;

import org.jspecify.annotations.NullMarked;
