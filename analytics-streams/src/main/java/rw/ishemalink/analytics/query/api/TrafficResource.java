package rw.ishemalink.analytics.query.api;

import static rw.ishemalink.kit.caller.Role.Names.AUDITOR;
import static rw.ishemalink.kit.caller.Role.Names.DISPATCHER;
import static rw.ishemalink.kit.caller.Role.Names.GOVERNMENT;
import static rw.ishemalink.kit.caller.Role.Names.PLATFORM_ADMIN;
import static rw.ishemalink.kit.caller.Role.Names.TENANT_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.query.CellQuestion;

/** Where traffic is slow. */
@Path("/api/analytics/traffic")
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
class TrafficResource {

    private static final String FROM =
            "First hour in Kigali, yyyy-MM-ddTHH; without from and to this hour and the one before";
    private static final String TO = "Last hour, included; this one when left out. At most a week, of the last 35 days";

    private final Asked asked;
    private final Grid grid;

    TrafficResource(Asked asked, Grid grid) {
        this.asked = asked;
        this.grid = grid;
    }

    private record Slowest(CellQuestion cells, int limit) {}

    @GET
    @Path("/hotspots")
    @Operation(
            summary =
                    "The cells of the map (H3, resolution 8) in which vehicles were slowest; hours with fewer than five vehicles in a cell are left out")
    @APIResponse(responseCode = "200", description = "The cells, the slowest first")
    @APIResponse(responseCode = "304", description = Described.UNCHANGED)
    @APIResponse(responseCode = "400", description = Described.BAD)
    @APIResponse(responseCode = "403", description = Described.FORBIDDEN)
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public HotspotsAnswer hotspots(
            @Parameter(description = Described.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = FROM) @QueryParam("from") @Nullable String from,
            @Parameter(description = TO) @QueryParam("to") @Nullable String to,
            @Parameter(description = "How many at most") @QueryParam("limit") @DefaultValue("20") @Min(1) @Max(500)
                    int limit) {
        Hours hours = Hours.parse(from, to);
        Slowest slowest = new Slowest(CellQuestion.of(Aggregate.TRAFFIC, asked.whose(tenant), hours.spans()), limit);
        return asked.answer(slowest, asking -> HotspotsAnswer.of(asking.cells(slowest.cells()), hours, limit, grid));
    }
}
