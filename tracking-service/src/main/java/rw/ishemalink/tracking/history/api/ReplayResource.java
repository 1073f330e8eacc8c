package rw.ishemalink.tracking.history.api;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.mutiny.Multi;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.RevokedTokens;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.live.api.Onlookers;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripVisibility;
import rw.ishemalink.tracking.trip.Trips;

/** Where a booking has been, driven again before one's eyes. */
@Path("/api/tracking/bookings/{bookingId}/replay")
@Authenticated
public class ReplayResource {

    private static final int FASTEST = 3_600;

    private final Trips trips;
    private final Replays replays;
    private final Onlookers onlookers;
    private final Caller caller;
    private final SecurityIdentity identity;
    private final RevokedTokens revoked;

    ReplayResource(
            Trips trips,
            Replays replays,
            Onlookers onlookers,
            Caller caller,
            SecurityIdentity identity,
            RevokedTokens revoked) {
        this.trips = trips;
        this.replays = replays;
        this.onlookers = onlookers;
        this.caller = caller;
        this.identity = identity;
        this.revoked = revoked;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Where a booking has been as server-sent events, so many times as fast as it drove",
            description =
                    "Each event's id is the time of the fix, its data the position; pauses are cut to 5 seconds. The"
                            + " last event is named end: close then, or your browser begins again behind the last fix"
                            + " (Last-Event-ID). It ends with the token. Kept for 30 days; 404 when there is no track that you may"
                            + " see")
    @APIResponse(responseCode = "429", description = "Too many replays are shown now")
    public Multi<OutboundSseEvent> replay(
            @RestPath UUID bookingId,
            @Parameter(description = "How many times as fast as it was")
                    @RestQuery
                    @DefaultValue("60")
                    @Min(1)
                    @Max(FASTEST)
                    int speed,
            @RestHeader("Last-Event-ID") @Nullable String lastEventId,
            Sse sse) {
        Optional<Instant> after = findPlace(lastEventId);
        Trip trip = trips.find(bookingId)
                .filter(found -> TripVisibility.maySee(caller, found))
                .orElseThrow(() -> ProblemException.notFound("no-such-trip"));
        Optional<JWTCallerPrincipal> token = Optional.of(identity.getPrincipal())
                .filter(JWTCallerPrincipal.class::isInstance)
                .map(JWTCallerPrincipal.class::cast);
        Multi<Position> fixes = replays.show(trip, after, speed, () -> onlookers.note(caller, trip));
        return Multi.createBy()
                .concatenating()
                .streams(
                        fixes.map(fix -> event(sse, bookingId, fix)),
                        Multi.createFrom().item(() -> sse.newEvent("end", "{}")))
                .select()
                .first(_ -> token.filter(this::counts).isPresent());
    }

    private static OutboundSseEvent event(Sse sse, UUID bookingId, Position fix) {
        return sse.newEventBuilder()
                .id(fix.recordedAt().toString())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(ReplayedPosition.class, ReplayedPosition.of(bookingId, fix))
                .build();
    }

    private boolean counts(JWTCallerPrincipal token) {
        return Instant.ofEpochSecond(token.getExpirationTime()).isAfter(Instant.now()) && !revoked.isRevoked(token);
    }

    private static Optional<Instant> findPlace(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(lastEventId));
        } catch (DateTimeParseException e) {
            throw ProblemException.badRequest("unreadable-event-id");
        }
    }
}
