package rw.ishemalink.tracking.trip.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.live.api.Onlookers;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripEvents;
import rw.ishemalink.tracking.trip.TripVisibility;
import rw.ishemalink.tracking.trip.Trips;

/** What the positions of a booking have shown. */
@Path("/api/tracking/bookings/{bookingId}/events")
@Authenticated
public class TripEventsResource {

    private static final int MOST = 500;

    private final Trips trips;
    private final TripEvents events;
    private final Onlookers onlookers;
    private final Caller caller;

    TripEventsResource(Trips trips, TripEvents events, Onlookers onlookers, Caller caller) {
        this.trips = trips;
        this.events = events;
        this.onlookers = onlookers;
        this.caller = caller;
    }

    @GET
    @RunOnVirtualThread
    @Operation(summary = "What the positions of a booking have shown, in the order in which it was told; the last 500")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404", description = "there is no trip of this booking that you may see")
    public List<TripEventView> list(@RestPath UUID bookingId) {
        Trip trip = trips.find(bookingId)
                .filter(found -> TripVisibility.maySee(caller, found))
                .orElseThrow(() -> ProblemException.notFound("no-such-trip"));
        onlookers.note(caller, trip);
        return events.list(bookingId, MOST).stream().map(TripEventView::of).toList();
    }
}
