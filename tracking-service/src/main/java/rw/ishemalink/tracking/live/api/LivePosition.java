package rw.ishemalink.tracking.live.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.live.EventId;
import rw.ishemalink.tracking.position.Position;

/**
 * Where a booking is, as clients see it.
 *
 * @param id resume with it: {@code Last-Event-ID}, or {@code lastEventId} in a WebSocket's address
 * @param recordedAt when the phone took the fix
 * @param receivedAt when it reached us
 * @param fresh whether it is recent enough to be called live
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LivePosition(
        String id,
        UUID bookingId,
        UUID vehicleId,
        double latitude,
        double longitude,
        @Nullable Double speedKmh,
        @Nullable Double bearingDegrees,
        @Nullable Double accuracyMetres,
        Instant recordedAt,
        Instant receivedAt,
        boolean fresh) {

    static LivePosition of(UUID bookingId, Position position, Instant now, Duration freshFor) {
        return new LivePosition(
                EventId.of(position),
                bookingId,
                position.vehicleId(),
                position.point().latitude(),
                position.point().longitude(),
                position.speedKmh(),
                position.bearingDegrees(),
                position.accuracyMetres(),
                position.recordedAt(),
                position.receivedAt(),
                !position.recordedAt().plus(freshFor).isBefore(now));
    }
}
