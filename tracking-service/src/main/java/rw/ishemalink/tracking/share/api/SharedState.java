package rw.ishemalink.tracking.share.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.geofence.Districts;
import rw.ishemalink.tracking.share.SharedTrip;
import rw.ishemalink.tracking.share.api.SharedPosition.NamedDistrict;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripKind;

/**
 * What a link shows of a trip. Nobody is named in it.
 *
 * @param position the last one; null where none is known, and when the trip is over
 * @param destination the district where it goes; null abroad
 * @param expiresAt when the link ends, if the trip does not end before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SharedState(
        Status status,
        TripKind kind,
        @Nullable SharedPosition position,
        @Nullable NamedDistrict destination,
        Instant expiresAt) {

    /** How far the trip has come. */
    public enum Status {
        ASSIGNED,
        ON_THE_WAY,
        OVER
    }

    static SharedState of(SharedTrip shared, Optional<SharedPosition> position) {
        Trip trip = shared.trip();
        return new SharedState(
                status(trip),
                trip.kind(),
                position.orElse(null),
                Optional.ofNullable(trip.destinationDistrict())
                        .flatMap(Districts::findDistrict)
                        .map(NamedDistrict::of)
                        .orElse(null),
                shared.link().expiresAt());
    }

    private static Status status(Trip trip) {
        if (trip.endedAt() != null) {
            return Status.OVER;
        }
        return trip.pickedUpAt() == null ? Status.ASSIGNED : Status.ON_THE_WAY;
    }
}
