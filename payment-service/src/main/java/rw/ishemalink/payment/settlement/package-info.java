/**
 * The settlement of a day: what it did to the books, and the payment of what is owed. Invariant: a day is settled
 * once, goes on where it was, and counts nothing and pays nobody twice.
 */
@NullMarked
package rw.ishemalink.payment.settlement;

import org.jspecify.annotations.NullMarked;
