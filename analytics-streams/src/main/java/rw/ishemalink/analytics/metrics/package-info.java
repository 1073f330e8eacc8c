/** What the business does today and how the stream keeps up, for Prometheus. Invariant: each instance tells its own partitions' part, so that sums over instances are the suite's. */
@NullMarked
package rw.ishemalink.analytics.metrics;

import org.jspecify.annotations.NullMarked;
