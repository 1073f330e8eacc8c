/** A tenant's costs of messages, over REST. */
@NullMarked
package rw.ishemalink.notification.cost.api;

import org.jspecify.annotations.NullMarked;
