/**
 * Africa's Talking messaging API, and the phones that receive.
 * Invariant: what is answered as sent is in the inbox, in the order it was sent; nothing else is.
 */
@NullMarked
package rw.ishemalink.simulators.sms;

import org.jspecify.annotations.NullMarked;
