package rw.ishemalink.tracking.route.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.live.api.Onlookers;
import rw.ishemalink.tracking.route.Arrivals;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripVisibility;
import rw.ishemalink.tracking.trip.Trips;

/** When a booking arrives. */
@Path("/api/tracking/bookings/{bookingId}/eta")
@Authenticated
public class ArrivalResource {

    private final Trips trips;
    private final Arrivals arrivals;
    private final TrackingConfig config;
    private final Onlookers onlookers;
    private final Caller caller;

    ArrivalResource(Trips trips, Arrivals arrivals, TrackingConfig config, Onlookers onlookers, Caller caller) {
        this.trips = trips;
        this.arrivals = arrivals;
        this.config = config;
        this.onlookers = onlookers;
        this.caller = caller;
    }

    @GET
    @Operation(
            summary = "When a booking under way arrives, from its last position and its pace so far; 404 when there is"
                    + " none that you may see")
    @APIResponse(responseCode = "200", description = "The estimate, how it was found, and how old its position is")
    @APIResponse(
            responseCode = "404",
            description = "No such trip, not picked up yet, no position, or its destination is no known place")
    public ArrivalView get(@RestPath UUID bookingId) {
        Trip trip = trips.find(bookingId)
                .filter(found -> TripVisibility.maySee(caller, found))
                .orElseThrow(() -> ProblemException.notFound("no-such-trip"));
        ArrivalView arrival = arrivals.find(trip)
                .map(found -> ArrivalView.of(bookingId, found, Instant.now(), config.fresh()))
                .orElseThrow(() -> ProblemException.notFound("no-arrival-estimate"));
        onlookers.note(caller, trip);
        return arrival;
    }
}
