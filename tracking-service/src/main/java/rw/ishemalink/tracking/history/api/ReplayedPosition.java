package rw.ishemalink.tracking.history.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.position.Position;

/** Where a booking was, as a replay shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayedPosition(
        UUID bookingId,
        UUID vehicleId,
        double latitude,
        double longitude,
        @Nullable Double speedKmh,
        @Nullable Double bearingDegrees,
        @Nullable Double accuracyMetres,
        Instant recordedAt) {

    static ReplayedPosition of(UUID bookingId, Position position) {
        return new ReplayedPosition(
                bookingId,
                position.vehicleId(),
                position.point().latitude(),
                position.point().longitude(),
                position.speedKmh(),
                position.bearingDegrees(),
                position.accuracyMetres(),
                position.recordedAt());
    }
}
