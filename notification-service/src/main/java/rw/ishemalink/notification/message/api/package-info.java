/** What a person was told, over REST. Invariant: nobody reads another person's messages, and no text leaves. */
@NullMarked
package rw.ishemalink.notification.message.api;

import org.jspecify.annotations.NullMarked;
