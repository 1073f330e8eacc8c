package rw.ishemalink.tracking.map.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.tracking.geofence.Districts;
import rw.ishemalink.tracking.map.Cell;
import rw.ishemalink.tracking.map.Scope;
import rw.ishemalink.tracking.map.VehicleMap;

/** Where vehicles are now. */
@Path("/api/tracking/map")
public class MapResource {

    private static final int LEAST_RESOLUTION = 4;
    private static final int MOST_RESOLUTION = 10;
    private static final int MOST_MINUTES = 24 * 60;

    /** About 1.4 km from edge to edge. */
    private static final int USUAL_RESOLUTION = 7;

    private final VehicleMap map;
    private final Caller caller;

    MapResource(VehicleMap map, Caller caller) {
        this.map = map;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.DISPATCHER, Role.Names.TENANT_ADMIN, Role.Names.GOVERNMENT})
    @RunOnVirtualThread
    @Produces("application/geo+json")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "Where vehicles are now, as GeoJSON, those near each other as one",
            description =
                    "An operator and its dispatchers see the own fleet, the tenant's staff all; a vehicle alone in its hexagon is"
                            + " shown with its id. Government sees how many there are where, from three on.")
    @APIResponse(responseCode = "200", description = "The hexagons (H3), the fullest first")
    @APIResponse(responseCode = "400", description = "No such district, or a resolution or an age that is none")
    @APIResponse(responseCode = "403", description = "You have no fleet and no such role")
    public GeoMap look(
            @Parameter(description = "Only in that district (11 … 57)") @RestQuery @Nullable String district,
            @Parameter(description = "Of the hexagons, 4 … 10; 7 if left out") @RestQuery @Nullable Integer resolution,
            @Parameter(description = "How old a position may be, at most a day; only fresh ones if left out")
                    @RestQuery
                    @Nullable
                    Integer maxAgeMinutes) {
        Scope scope = Scope.of(caller).orElseThrow(() -> ProblemException.forbidden("not-allowed"));
        List<Cell> cells = map.look(new VehicleMap.Question(
                caller.tenant(), scope, district(district), resolution(resolution), maxAge(maxAgeMinutes)));
        return GeoMap.of(cells, scope.showsSingles());
    }

    private static Optional<String> district(@Nullable String code) {
        if (code != null && Districts.findDistrict(code).isEmpty()) {
            throw ProblemException.badRequest("no-such-district", code);
        }
        return Optional.ofNullable(code);
    }

    private static int resolution(@Nullable Integer wanted) {
        if (wanted == null) {
            return USUAL_RESOLUTION;
        }
        if (wanted < LEAST_RESOLUTION || wanted > MOST_RESOLUTION) {
            throw ProblemException.badRequest("no-such-resolution", LEAST_RESOLUTION, MOST_RESOLUTION);
        }
        return wanted;
    }

    private static Optional<Duration> maxAge(@Nullable Integer minutes) {
        if (minutes != null && (minutes < 1 || minutes > MOST_MINUTES)) {
            throw ProblemException.badRequest("no-such-age", MOST_MINUTES);
        }
        return Optional.ofNullable(minutes).map(Duration::ofMinutes);
    }
}
