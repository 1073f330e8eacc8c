package rw.ishemalink.tracking.watch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.detect.TripMemory;
import rw.ishemalink.tracking.position.Position;

/**
 * A time of a trip of which nothing was heard, and may be yet.
 *
 * @param from the position before it; null: it begins with the trip
 * @param before what was remembered of the trip when it began
 */
public record Gap(@Nullable Position from, Instant since, Instant until, TripMemory before) {

    boolean holds(Instant at) {
        boolean begun = from == null ? !at.isBefore(since) : at.isAfter(since);
        return begun && at.isBefore(until);
    }

    Duration length() {
        return Duration.between(since, until);
    }
}
