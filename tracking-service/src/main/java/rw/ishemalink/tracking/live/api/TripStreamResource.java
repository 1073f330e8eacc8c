package rw.ishemalink.tracking.live.api;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.RevokedTokens;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.live.Audience;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripVisibility;
import rw.ishemalink.tracking.trip.Trips;

/** Every new position of a booking, as server-sent events. */
@Path("/api/tracking/bookings/{bookingId}/stream")
@Authenticated
public class TripStreamResource {

    private final Trips trips;
    private final Audience audience;
    private final Onlookers onlookers;
    private final OwnView view;
    private final TrackingConfig config;
    private final RevokedTokens revoked;
    private final SecurityIdentity identity;
    private final Caller caller;

    TripStreamResource(
            Trips trips,
            Audience audience,
            Onlookers onlookers,
            OwnView view,
            TrackingConfig config,
            RevokedTokens revoked,
            SecurityIdentity identity,
            Caller caller) {
        this.trips = trips;
        this.audience = audience;
        this.onlookers = onlookers;
        this.view = view;
        this.config = config;
        this.revoked = revoked;
        this.identity = identity;
        this.caller = caller;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "Every new position of a booking under way, as server-sent events; resume with Last-Event-ID",
            description =
                    "Each event's id is its place and its data a position as JSON, as GET …/position answers it. First comes the"
                            + " last known one; to who resumes, what was missed, at most 1,000, in order. A slow reader gets"
                            + " fewer, always the newest. It ends with the trip, with a change of vehicle and with the token.")
    @APIResponse(responseCode = "400", description = "Last-Event-ID is no id of an event")
    @APIResponse(responseCode = "404", description = "There is no trip under way that you may see")
    public Multi<OutboundSseEvent> stream(
            @RestPath UUID bookingId,
            @RestHeader("Last-Event-ID") @Nullable String lastEventId,
            @RestQuery("lastEventId") @Nullable String resumeAfter,
            Sse sse) {
        Optional<Instant> lastShown = Resumption.find(lastEventId, resumeAfter);
        Trip trip = trips.find(bookingId)
                .filter(found -> found.endedAt() == null)
                .filter(found -> TripVisibility.maySee(caller, found))
                .orElseThrow(() -> ProblemException.notFound("no-such-trip"));
        onlookers.note(caller, trip);
        LiveStream stream = new LiveStream(trip, view, config.mostMissed(), sse, tokenIsOver(), audience::remove);
        audience.begin(stream, lastShown);
        return stream.events();
    }

    /** A stream outlives its request, but never its token. */
    private BooleanSupplier tokenIsOver() {
        return identity.getPrincipal() instanceof JWTCallerPrincipal token
                ? () -> Instant.now().getEpochSecond() >= token.getExpirationTime() || revoked.isRevoked(token)
                : () -> true;
    }
}
