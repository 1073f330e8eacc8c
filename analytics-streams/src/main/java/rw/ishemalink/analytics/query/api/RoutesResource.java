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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.query.CellQuestion;

/** Where bookings go. */
@Path("/api/analytics/routes")
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
class RoutesResource {

    private final Asked asked;

    RoutesResource(Asked asked) {
        this.asked = asked;
    }

    private record TopRoutes(CellQuestion cells, Zone zone, Optional<Mode> mode, int limit) {

        boolean has(Cell cell) {
            return zone.has(cell.get(Dimension.ORIGIN)) && Mode.has(mode, cell.get(Dimension.KIND));
        }
    }

    @GET
    @Path("/top")
    @Operation(
            summary = "The routes with most deliveries: how many, how heavy, for how much, how long, how often on time")
    @APIResponse(responseCode = "200", description = "The routes, the first first, and how fresh that is")
    @APIResponse(responseCode = "304", description = Described.UNCHANGED)
    @APIResponse(responseCode = "400", description = Described.BAD)
    @APIResponse(responseCode = "403", description = Described.FORBIDDEN)
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public RoutesAnswer top(
            @Parameter(description = Described.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = Described.FROM) @QueryParam("from") @Nullable String from,
            @Parameter(description = Described.TO) @QueryParam("to") @Nullable String to,
            @Parameter(description = Described.ZONE) @QueryParam("zone") @Nullable String zone,
            @Parameter(description = Described.MODE) @QueryParam("mode") @Nullable String mode,
            @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(100) int limit) {
        CellQuestion cells =
                CellQuestion.of(Aggregate.ROUTES, asked.whose(tenant), Days.cover(Days.parse(from, to, Days.MOST)));
        TopRoutes question = new TopRoutes(cells, Zone.parse(zone), Mode.parse(mode), limit);
        return asked.answer(
                question, asking -> RoutesAnswer.of(asking.cells(cells).where(question::has), limit));
    }
}
