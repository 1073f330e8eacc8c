/** A person's own preferences, over REST. */
@NullMarked
package rw.ishemalink.notification.consent.api;

import org.jspecify.annotations.NullMarked;
