package rw.ishemalink.tracking.live.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.live.LivePositions;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripVisibility;
import rw.ishemalink.tracking.trip.Trips;

/** Where a booking was last. */
@Path("/api/tracking/bookings/{bookingId}/position")
@Authenticated
public class TripPositionResource {

    private final Trips trips;
    private final LivePositions positions;
    private final TrackingConfig config;
    private final Onlookers onlookers;
    private final Caller caller;

    TripPositionResource(
            Trips trips, LivePositions positions, TrackingConfig config, Onlookers onlookers, Caller caller) {
        this.trips = trips;
        this.positions = positions;
        this.config = config;
        this.onlookers = onlookers;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The last position of a booking under way; 404 when there is none that you may see")
    public LivePosition get(@RestPath UUID bookingId) {
        Trip trip = trips.find(bookingId)
                .filter(found -> TripVisibility.maySee(caller, found))
                .orElseThrow(() -> ProblemException.notFound("no-such-trip"));
        LivePosition position = positions
                .find(trip.vehicleId())
                .filter(trip::shows)
                .map(last -> LivePosition.of(bookingId, last, Instant.now(), config.fresh()))
                .orElseThrow(() -> ProblemException.notFound("no-position-yet"));
        onlookers.note(caller, trip);
        return position;
    }
}
