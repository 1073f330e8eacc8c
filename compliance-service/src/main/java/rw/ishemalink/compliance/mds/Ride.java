package rw.ishemalink.compliance.mds;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ride, from its assignment on.
 *
 * @param quotedStartAt the wished-for pick-up, or when it was ordered
 * @param startedAt null until the pick-up
 * @param endedAt null until the end
 * @param distanceMetres as quoted
 */
public record Ride(
        UUID tripId,
        UUID vehicleId,
        Instant requestedAt,
        Instant quotedStartAt,
        Instant dispatchedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Point start,
        Point end,
        long distanceMetres,
        long totalRwf,
        long vatRwf,
        Instant recordedAt) {

    /** When its vehicle changed its state so. */
    public Instant timeOf(EventType type) {
        Instant at =
                switch (type) {
                    case TRIP_START -> startedAt;
                    case TRIP_END -> endedAt;
                    default -> dispatchedAt;
                };
        return at == null ? recordedAt : at;
    }

    /** Where it did; null where the ride does not say. */
    public @Nullable Point placeOf(EventType type) {
        return switch (type) {
            case TRIP_START -> start;
            case TRIP_END -> end;
            default -> null;
        };
    }
}
