/** The mobile network's USSD as Africa's Talking brings it: each input becomes a callback, and the answer a screen. */
@NullMarked
package rw.ishemalink.simulators.ussd;

import org.jspecify.annotations.NullMarked;
