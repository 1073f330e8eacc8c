package rw.ishemalink.tracking.share.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.config.TrackingConfig;
import rw.ishemalink.tracking.share.LinkToken;
import rw.ishemalink.tracking.share.ShareLink;
import rw.ishemalink.tracking.share.ShareLinks;
import rw.ishemalink.tracking.share.SharingRights;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripVisibility;
import rw.ishemalink.tracking.trip.Trips;

/** The links by which others may follow a trip. */
@Path("/api/tracking/bookings/{bookingId}/links")
@Authenticated
public class LinksResource {

    private static final int MOST_HOURS = 72;

    private final Trips trips;
    private final ShareLinks links;
    private final TrackingConfig config;
    private final Caller caller;

    LinksResource(Trips trips, ShareLinks links, TrackingConfig config, Caller caller) {
        this.trips = trips;
        this.links = links;
        this.config = config;
        this.caller = caller;
    }

    /** For how long a link is wanted. */
    public record Wish(@NotNull @Min(1) @Max(MOST_HOURS) Integer hours) {}

    /**
     * A new link; its secret is shown this once.
     *
     * @param url the page, to pass on
     */
    public record NewLink(UUID linkId, String token, URI url, Instant expiresAt) {}

    /**
     * A link without its secret.
     *
     * @param own whether you made it
     * @param openedAt when somebody last looked through it, to the hour; null: nobody yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ListedLink(
            UUID linkId,
            ShareLink.State state,
            boolean own,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant openedAt) {}

    @POST
    @Operation(
            summary = "Make a link by which anybody can follow the trip, for at most 72 hours",
            description =
                    "For its sender, its operator and the tenant's staff. It ends an hour after the trip at the latest.")
    @APIResponse(
            responseCode = "201",
            description = "The link; its secret is shown this once",
            content = @Content(schema = @Schema(implementation = NewLink.class)))
    @APIResponse(responseCode = "403", description = "You may follow the trip, but not share it")
    @APIResponse(responseCode = "404", description = "There is no trip that you may follow")
    @APIResponse(responseCode = "409", description = "The trip is over, or it has as many links as it may")
    public Response create(@RestPath UUID bookingId, @NotNull @Valid Wish wish) {
        Trip trip = shareable(bookingId);
        if (trip.endedAt() != null) {
            throw ProblemException.conflict("trip-is-over");
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String token = LinkToken.next();
        ShareLink link = new ShareLink(
                TimeOrderedId.next(),
                bookingId,
                caller.personId(),
                now,
                now.plus(Duration.ofHours(wish.hours())),
                null,
                null);
        if (!links.add(link, LinkToken.findHash(token).orElseThrow(), config.mostLinks())) {
            throw ProblemException.conflict("too-many-links", config.mostLinks());
        }
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(new NewLink(link.linkId(), token, page(token), link.expiresAt()))
                .build();
    }

    @GET
    @Operation(summary = "The trip's links, without their secrets", description = "For those who may make them.")
    @APIResponse(responseCode = "200", description = "The newest first")
    @APIResponse(responseCode = "403", description = "You may follow the trip, but not share it")
    @APIResponse(responseCode = "404", description = "There is no trip that you may follow")
    public List<ListedLink> list(@RestPath UUID bookingId) {
        Trip trip = shareable(bookingId);
        Instant now = Instant.now();
        return links.list(bookingId).stream()
                .map(link -> new ListedLink(
                        link.linkId(),
                        link.state(trip, now, config.sharedAfterTheEnd()),
                        link.madeBy().equals(caller.personId()),
                        link.madeAt(),
                        link.expiresAt(),
                        link.openedAt()))
                .toList();
    }

    @DELETE
    @Path("{linkId}")
    @Operation(
            summary = "Revoke a link: nothing is seen through it any more",
            description = "For those who may make them.")
    @APIResponse(responseCode = "204", description = "It is revoked, now or since before")
    @APIResponse(responseCode = "403", description = "You may follow the trip, but not share it")
    @APIResponse(responseCode = "404", description = "There is no such trip or link")
    public void revoke(@RestPath UUID bookingId, @RestPath UUID linkId) {
        shareable(bookingId);
        if (!links.revoke(bookingId, linkId, Instant.now())) {
            throw ProblemException.notFound("no-such-link");
        }
    }

    private Trip shareable(UUID bookingId) {
        Trip trip = trips.find(bookingId)
                .filter(found -> TripVisibility.maySee(caller, found))
                .orElseThrow(() -> ProblemException.notFound("no-such-trip"));
        if (!SharingRights.mayShare(caller, trip)) {
            throw ProblemException.forbidden("not-allowed");
        }
        return trip;
    }

    private URI page(String token) {
        return config.publicUrl().resolve("/api/tracking/shared/" + token + "/page");
    }
}
