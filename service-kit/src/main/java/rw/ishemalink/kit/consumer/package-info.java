/** Reading a Kafka topic in a thread of one's own. */
@NullMarked
package rw.ishemalink.kit.consumer;

import org.jspecify.annotations.NullMarked;
