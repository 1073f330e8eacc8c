package rw.ishemalink.tracking.history.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.history.TripTrack;
import rw.ishemalink.tracking.history.TripTracks;
import rw.ishemalink.tracking.live.api.Onlookers;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripVisibility;
import rw.ishemalink.tracking.trip.Trips;

/** Where a booking has been. */
@Path("/api/tracking/bookings/{bookingId}/track")
@Authenticated
public class TrackResource {

    private static final int COARSEST_METRES = 100_000;

    private final Trips trips;
    private final TripTracks tracks;
    private final Onlookers onlookers;
    private final ObjectMapper json;
    private final Caller caller;

    TrackResource(Trips trips, TripTracks tracks, Onlookers onlookers, ObjectMapper json, Caller caller) {
        this.trips = trips;
        this.tracks = tracks;
        this.onlookers = onlookers;
        this.json = json;
        this.caller = caller;
    }

    @GET
    @Produces({TrackFormat.GEO_JSON, "application/json", TrackFormat.GPX_XML})
    @RunOnVirtualThread
    @Operation(
            summary = "Where a booking has been, from pick-up to now or its end, as GeoJSON or GPX 1.1",
            description = "By Accept, or ?format=geojson|gpx. Distance, moving time and speeds stand in the feature's"
                    + " properties. Late fixes are in their places. Kept for 30 days; 404 when there is no track that you"
                    + " may see")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = TrackFormat.GEO_JSON, schema = @Schema(implementation = TrackFeature.class)),
                @Content(mediaType = TrackFormat.GPX_XML, schema = @Schema(type = SchemaType.STRING))
            })
    public Response get(
            @RestPath UUID bookingId,
            @Parameter(description = "geojson or gpx", example = "gpx") @RestQuery @Nullable String format,
            @Parameter(description = "No fix that is left out lies further from the line than these metres")
                    @RestQuery
                    @DefaultValue("0")
                    @Min(0)
                    @Max(COARSEST_METRES)
                    int simplify,
            HttpHeaders headers)
            throws JsonProcessingException {
        TrackFormat wanted = TrackFormat.of(format, headers.getAcceptableMediaTypes());
        Trip trip = trips.find(bookingId)
                .filter(found -> TripVisibility.maySee(caller, found))
                .orElseThrow(() -> ProblemException.notFound("no-such-trip"));
        TripTrack track = tracks.find(trip).orElseThrow(() -> ProblemException.notFound("no-track"));
        onlookers.note(caller, trip);
        List<Position> line = track.line(simplify);
        byte[] written =
                switch (wanted) {
                    case GEOJSON -> json.writeValueAsBytes(TrackFeature.of(trip, track, line));
                    case GPX -> TrackGpx.write(trip, line);
                };
        return Response.ok(written, wanted.mediaType())
                .header("Cache-Control", "no-store")
                .build();
    }
}
