/** Positions on their way in. Invariant: what is answered with 202 is in Kafka, acknowledged by all replicas. */
@NullMarked
package rw.ishemalink.tracking.position;

import org.jspecify.annotations.NullMarked;
