package rw.ishemalink.tracking.history;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.position.Position;

/**
 * Part of a vehicle's track.
 *
 * @param driverId what was driven by that driver only; null: by whomever
 * @param until exclusive
 */
record Span(UUID vehicleId, @Nullable UUID driverId, Instant from, Instant until) {

    boolean holds(Position fix) {
        return !fix.recordedAt().isBefore(from) && fix.recordedAt().isBefore(until);
    }

    boolean isEmpty() {
        return !from.isBefore(until);
    }

    /** Its beginning, no longer than that. */
    Span first(Duration longest) {
        Instant end = from.plus(longest);
        return end.isBefore(until) ? new Span(vehicleId, driverId, from, end) : this;
    }

    /** What of it begins then. */
    Span from(Instant later) {
        return new Span(vehicleId, driverId, later, until);
    }

    /** What of it is behind that time; times are whole microseconds. */
    Span after(Instant last) {
        Instant next = last.plus(1, ChronoUnit.MICROS);
        return next.isAfter(from) ? from(next) : this;
    }
}
