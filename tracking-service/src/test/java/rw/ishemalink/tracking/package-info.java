/** The service as a whole, on real parts: PostgreSQL, Kafka, REST and WebSocket. */
@NullMarked
package rw.ishemalink.tracking;

import org.jspecify.annotations.NullMarked;
