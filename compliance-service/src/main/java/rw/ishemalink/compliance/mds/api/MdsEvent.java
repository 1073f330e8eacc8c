package rw.ishemalink.compliance.mds.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.mds.VehicleEvent;

/** A change of a vehicle's state (MDS 2.0, events). Times are milliseconds since 1970. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record MdsEvent(
        UUID deviceId,
        UUID providerId,
        UUID eventId,
        String vehicleState,
        List<String> eventTypes,
        long timestamp,
        long publicationTime,
        Gps location,
        @Nullable List<UUID> tripIds) {

    static MdsEvent of(UUID providerId, VehicleEvent event) {
        UUID tripId = event.tripId();
        return new MdsEvent(
                event.vehicleId(),
                providerId,
                event.eventId(),
                event.type().after().mdsName(),
                List.of(event.type().mdsName()),
                event.at().toEpochMilli(),
                event.recordedAt().toEpochMilli(),
                Gps.of(Objects.requireNonNull(event.place(), "place")),
                tripId == null ? null : List.of(tripId));
    }
}
