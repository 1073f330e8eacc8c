package rw.ishemalink.analytics.cube;

import java.time.Instant;

/** What a booking adds, and when it counts. */
record Moment(Instant at, Sums sums) {}
