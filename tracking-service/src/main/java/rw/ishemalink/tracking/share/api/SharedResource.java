package rw.ishemalink.tracking.share.api;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.live.api.LiveStream;
import rw.ishemalink.tracking.live.api.Resumption;
import rw.ishemalink.tracking.share.SharedTrip;
import rw.ishemalink.tracking.share.SharedTrips;
import rw.ishemalink.tracking.share.SharedViewers;
import rw.ishemalink.tracking.trip.Trip;

/** What is seen through a link. The secret in it is the proof; who has none learns nothing. */
@Path("/api/tracking/shared/{token}")
@PermitAll
public class SharedResource {

    private final SharedTrips trips;
    private final SharedStates states;
    private final SharedViewers viewers;
    private final SharedView view;
    private final SharedPages pages;
    private final TrackingConfig config;

    SharedResource(
            SharedTrips trips,
            SharedStates states,
            SharedViewers viewers,
            SharedView view,
            SharedPages pages,
            TrackingConfig config) {
        this.trips = trips;
        this.states = states;
        this.viewers = viewers;
        this.view = view;
        this.pages = pages;
        this.config = config;
    }

    @GET
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "Where a shared trip is, how far it has come and when it arrives",
            description = "No login: the secret in the address is the proof. Nobody is named.")
    @APIResponse(
            responseCode = "404",
            description = "No such link, or it has expired, was revoked, or the trip is over")
    public SharedState state(@RestPath String token) {
        return states.state(open(token));
    }

    @GET
    @Path("stream")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "Every new position of a shared trip, as server-sent events; resume with Last-Event-ID",
            description = "No login: the secret in the address is the proof. Each event's data is a position as in the"
                    + " state. It ends with the link, with the trip and with a change of vehicle.")
    @APIResponse(responseCode = "400", description = "Last-Event-ID is no id of an event")
    @APIResponse(responseCode = "404", description = "The link is not open, or the trip is over")
    public Multi<OutboundSseEvent> stream(
            @RestPath String token,
            @RestHeader("Last-Event-ID") @Nullable String lastEventId,
            @RestQuery("lastEventId") @Nullable String resumeAfter,
            Sse sse) {
        Optional<Instant> lastShown = Resumption.find(lastEventId, resumeAfter);
        SharedTrip shared = open(token);
        Trip trip = shared.trip();
        if (trip.endedAt() != null) {
            throw ProblemException.notFound("no-position-yet");
        }
        LiveStream stream = new LiveStream(trip, view, config.mostMissed(), sse, () -> false, viewers::remove);
        viewers.begin(stream, shared.link().linkId(), lastShown);
        return stream.events();
    }

    @GET
    @Path("page")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "The same as a page for people, in rw, en or fr, which keeps itself up to date",
            description = "No login: the secret in the address is the proof. It loads nothing from elsewhere.")
    @APIResponse(responseCode = "200", description = "The page")
    @APIResponse(responseCode = "404", description = "A page that says that the link is not open any more")
    public Response page(@RestPath String token, @RestQuery @Nullable String lang, @Context HttpHeaders headers) {
        return pages.answer(trips.open(token).map(states::state), SharedPages.language(lang, headers));
    }

    private SharedTrip open(String token) {
        return trips.open(token).orElseThrow(() -> ProblemException.notFound("no-such-link"));
    }
}
