/** What a person wants to hear, and how. Invariant: codes, money and safety cannot be stopped. */
@NullMarked
package rw.ishemalink.notification.consent;

import org.jspecify.annotations.NullMarked;
