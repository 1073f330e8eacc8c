/** The Kafka Streams application. Invariant: one topology, one file per input stream; what decides is pure and knows no Kafka. */
@NullMarked
package rw.ishemalink.analytics;

import org.jspecify.annotations.NullMarked;
