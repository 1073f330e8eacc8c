package rw.ishemalink.compliance.mds.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.mds.Fix;

/**
 * A position (MDS 2.0, telemetry).
 *
 * @param telemetryId made of vehicle and time, so that it is the same in every answer
 * @param tripIds null, not absent, when the vehicle is on no trip
 * @param journeyId one ride is one journey; null, not absent, when there is none
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record MdsTelemetry(
        UUID deviceId,
        UUID providerId,
        UUID telemetryId,
        long timestamp,
        @Nullable List<UUID> tripIds,
        @Nullable UUID journeyId,
        Gps location) {

    static MdsTelemetry of(UUID providerId, Fix fix) {
        UUID tripId = fix.tripId();
        String name = fix.vehicleId() + "@" + fix.at().toEpochMilli();
        return new MdsTelemetry(
                fix.vehicleId(),
                providerId,
                UUID.nameUUIDFromBytes(name.getBytes(UTF_8)),
                fix.at().toEpochMilli(),
                tripId == null ? null : List.of(tripId),
                tripId,
                Gps.of(fix));
    }
}
