/** Making links and what is seen through them: JSON, a stream, a WebSocket and a page. */
@NullMarked
package rw.ishemalink.tracking.share.api;

import org.jspecify.annotations.NullMarked;
