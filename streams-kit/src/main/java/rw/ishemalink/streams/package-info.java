/** What every Kafka Streams application needs the same way. Invariant: a record is either processed or on its dead-letter topic, never passed over. */
@NullMarked
package rw.ishemalink.streams;

import org.jspecify.annotations.NullMarked;
