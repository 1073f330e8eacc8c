/** Notes over server-sent events and WebSocket. */
@NullMarked
package rw.ishemalink.notification.push.api;

import org.jspecify.annotations.NullMarked;
