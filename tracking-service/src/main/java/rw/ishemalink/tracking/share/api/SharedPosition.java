package rw.ishemalink.tracking.share.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.geofence.Districts;
import rw.ishemalink.tracking.live.EventId;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.share.Arrival;

/**
 * Where a shared trip is. No id of anybody or of any vehicle is in it.
 *
 * @param id resume with it: {@code Last-Event-ID}, or {@code lastEventId} in a WebSocket's address
 * @param near the district around; null abroad
 * @param fresh whether it is recent enough to be called live
 * @param arrivalAt when it is expected; null where nobody can say
 * @param remainingMetres of road; null where it is not known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SharedPosition(
        String id,
        double latitude,
        double longitude,
        @Nullable Double speedKmh,
        @Nullable Double bearingDegrees,
        @Nullable Double accuracyMetres,
        Instant recordedAt,
        boolean fresh,
        @Nullable NamedDistrict near,
        @Nullable Instant arrivalAt,
        @Nullable Long remainingMetres) {

    /** A district: its code and its name. */
    public record NamedDistrict(String code, String name) {

        static NamedDistrict of(Districts.District district) {
            return new NamedDistrict(district.code(), district.name());
        }
    }

    static SharedPosition of(Position position, Optional<Arrival> arrival, Instant now, Duration freshFor) {
        return new SharedPosition(
                EventId.of(position),
                position.point().latitude(),
                position.point().longitude(),
                position.speedKmh(),
                position.bearingDegrees(),
                position.accuracyMetres(),
                position.recordedAt(),
                !position.recordedAt().plus(freshFor).isBefore(now),
                Districts.findAround(position.point()).map(NamedDistrict::of).orElse(null),
                arrival.map(Arrival::arrivalAt).orElse(null),
                arrival.map(Arrival::remainingMetres).orElse(null));
    }
}
