/**
 * The watch as a Kafka Streams application: topology, stores, failures, health. Invariant: what is told, what is
 * remembered and what has been read change together (exactly once), and a record is either watched or on its
 * dead-letter topic.
 */
@NullMarked
package rw.ishemalink.tracking.watch.store;

import org.jspecify.annotations.NullMarked;
