/** What the door hears from Kafka: revoked tokens. */
@NullMarked
package rw.ishemalink.gateway.inbox;

import org.jspecify.annotations.NullMarked;
