/**
 * The menu behind {@code *801#}. Invariant: whatever is typed leads to a screen of at most 160 characters of the GSM
 * alphabet, and what is booked or paid is asked of the same API that an app uses, as the person who dials.
 */
@NullMarked
package rw.ishemalink.notification.ussd;

import org.jspecify.annotations.NullMarked;
