package rw.ishemalink.tracking.route;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rw.ishemalink.tracking.geofence.Districts;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.history.Track;
import rw.ishemalink.tracking.live.LivePositions;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripKind;

/** When trips arrive: from where they were last, at the pace of their last hours. */
@ApplicationScoped
public class Arrivals {

    /** What was longer ago says little about the rest. */
    private static final Duration PACE_MEMORY = Duration.ofHours(2);

    /** One fix each 7 s of that time. */
    private static final int MOST_POSITIONS = 1_000;

    private final Roads roads;
    private final LivePositions positions;
    private final Track track;

    Arrivals(Roads roads, LivePositions positions, Track track) {
        this.roads = roads;
        this.positions = positions;
        this.track = track;
    }

    /** What is known of one trip's arrival. */
    public record Arrival(Estimate estimate, RoadSource source, Instant recordedAt) {}

    /** Empty before the pick-up, where the destination is no known place, and where no position is known. */
    public Optional<Arrival> find(Trip trip) {
        if (trip.pickedUpAt() == null) {
            return Optional.empty();
        }
        Instant pickedUpAt = trip.pickedUpAt();
        return positions.find(trip.vehicleId()).filter(trip::shows).flatMap(last -> findDestination(trip)
                .map(to -> arrival(trip, last, to, pickedUpAt)));
    }

    private Arrival arrival(Trip trip, Position last, GeoPoint to, Instant pickedUpAt) {
        Route rest = roads.route(last.point(), to, profile(trip.kind()), false);
        Estimate estimate = Estimate.of(rest.leg(), progress(trip, last, pickedUpAt), last.recordedAt());
        return new Arrival(estimate, rest.source(), last.recordedAt());
    }

    private Progress progress(Trip trip, Position last, Instant pickedUpAt) {
        Instant from = last.recordedAt().minus(PACE_MEMORY);
        return Travelled.along(track.find(
                trip.vehicleId(),
                from.isAfter(pickedUpAt) ? from : pickedUpAt,
                last.recordedAt().plusNanos(1),
                MOST_POSITIONS));
    }

    private static Optional<GeoPoint> findDestination(Trip trip) {
        return trip.findDestination().or(() -> Optional.ofNullable(trip.destinationDistrict())
                .flatMap(Districts::find)
                .map(Districts.Circle::centre));
    }

    private static RoadProfile profile(TripKind kind) {
        return switch (kind) {
            case CARGO_DOMESTIC, CARGO_INTERNATIONAL -> RoadProfile.TRUCK;
            case RIDE, TICKET -> RoadProfile.CAR;
        };
    }
}
