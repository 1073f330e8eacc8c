/** The words: every template in every language. Invariant: an SMS fits one message of the GSM alphabet. */
@NullMarked
package rw.ishemalink.notification.text;

import org.jspecify.annotations.NullMarked;
