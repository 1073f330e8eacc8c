/** What other services' events mean here. */
@NullMarked
package rw.ishemalink.notification.inbox;

import org.jspecify.annotations.NullMarked;
