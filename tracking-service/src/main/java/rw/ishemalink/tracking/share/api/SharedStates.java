package rw.ishemalink.tracking.share.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.live.LivePositions;
import rw.ishemalink.tracking.share.Arrival;
import rw.ishemalink.tracking.share.EstimatedArrivals;
import rw.ishemalink.tracking.share.SharedTrip;
import rw.ishemalink.tracking.trip.Trip;

/** What a link shows now. */
@ApplicationScoped
class SharedStates {

    private final LivePositions positions;
    private final EstimatedArrivals estimates;
    private final Duration freshFor;

    SharedStates(LivePositions positions, EstimatedArrivals estimates, TrackingConfig config) {
        this.positions = positions;
        this.estimates = estimates;
        this.freshFor = config.fresh();
    }

    SharedState state(SharedTrip shared) {
        Trip trip = shared.trip();
        Optional<SharedPosition> position = positions
                .find(trip.vehicleId())
                .filter(trip::shows)
                .map(last -> SharedPosition.of(last, findArrival(trip), Instant.now(), freshFor));
        return SharedState.of(shared, position);
    }

    private Optional<Arrival> findArrival(Trip trip) {
        return Optional.ofNullable(estimates.find(List.of(trip.bookingId())).get(trip.bookingId()));
    }
}
