package rw.ishemalink.tracking.watch.store;

import java.time.Instant;

/** The number of a booking's last event, and when it was given by our clock. */
record EventNumber(long sequence, Instant at) {}
