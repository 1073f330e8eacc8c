/** The last position over REST, and every new one over WebSocket. */
@NullMarked
package rw.ishemalink.tracking.live.api;

import org.jspecify.annotations.NullMarked;
