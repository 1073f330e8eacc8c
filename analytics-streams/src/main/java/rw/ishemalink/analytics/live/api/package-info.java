/** Figures of today over server-sent events and WebSocket. Invariant: a stream ends with the token that opened it. */
@NullMarked
package rw.ishemalink.analytics.live.api;

import org.jspecify.annotations.NullMarked;
