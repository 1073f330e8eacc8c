package rw.ishemalink.analytics.query.api;

import static rw.ishemalink.kit.caller.Role.Names.AUDITOR;
import static rw.ishemalink.kit.caller.Role.Names.DISPATCHER;
import static rw.ishemalink.kit.caller.Role.Names.GOVERNMENT;
import static rw.ishemalink.kit.caller.Role.Names.PLATFORM_ADMIN;
import static rw.ishemalink.kit.caller.Role.Names.TENANT_ADMIN;

import jakarta.annotation.security.RolesAllowed;
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

/** What is earned, and where. */
@Path("/api/analytics/revenue")
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
class RevenueResource {

    private static final int WEEK = 7;

    private final Asked asked;
    private final Grid grid;

    RevenueResource(Asked asked, Grid grid) {
        this.asked = asked;
        this.grid = grid;
    }

    private record Heatmap(CellQuestion cells, Zone zone, Optional<Mode> mode) {

        boolean has(Cell cell) {
            return Mode.has(mode, cell.get(Dimension.KIND))
                    && (cell.aggregate() != Aggregate.HEATMAP || zone.has(cell.get(Dimension.ORIGIN)));
        }
    }

    @GET
    @Operation(summary = "What was earned, by kind of booking, provider and operator; from and to bring rows by period")
    @APIResponse(responseCode = "200", description = "Gross, VAT, net and commission in whole francs")
    @APIResponse(responseCode = "304", description = Described.UNCHANGED)
    @APIResponse(responseCode = "400", description = Described.BAD)
    @APIResponse(responseCode = "403", description = Described.FORBIDDEN)
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public RevenueAnswer revenue(
            @Parameter(description = Described.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = Described.FROM) @QueryParam("from") @Nullable String from,
            @Parameter(description = Described.TO) @QueryParam("to") @Nullable String to,
            @Parameter(description = Described.MODE) @QueryParam("mode") @Nullable String mode,
            @Parameter(description = Described.PERIOD) @QueryParam("period") @Nullable String period) {
        RevenueQuery query = RevenueQuery.parse(asked.whose(tenant), from, to, period, Mode.parse(mode));
        return asked.answer(query, asking -> RevenueAnswer.of(asking.cells(query.cells()), query));
    }

    @GET
    @Path("/heatmap")
    @Operation(
            summary =
                    "Where money is made: by district and hour of the day (at most 35 days, the last seven when left out), or by cell of the map")
    @APIResponse(responseCode = "200", description = "The places in which money was made")
    @APIResponse(responseCode = "304", description = Described.UNCHANGED)
    @APIResponse(responseCode = "400", description = Described.BAD)
    @APIResponse(responseCode = "403", description = Described.FORBIDDEN)
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public HeatmapAnswer heatmap(
            @Parameter(description = Described.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = Described.FROM) @QueryParam("from") @Nullable String from,
            @Parameter(description = Described.TO) @QueryParam("to") @Nullable String to,
            @Parameter(description = Described.ZONE) @QueryParam("zone") @Nullable String zone,
            @Parameter(description = Described.MODE) @QueryParam("mode") @Nullable String mode,
            @Parameter(description = Described.CELLS) @QueryParam("cells") @DefaultValue("false") boolean cells) {
        Optional<String> whose = asked.whose(tenant);
        Optional<Days> days = Days.parse(from, to, cells ? Days.MOST : Days.MOST_OF_HOURS);
        Zone where = Zone.parse(zone);
        CellQuestion question = cells
                ? CellQuestion.of(Aggregate.HEATMAP_CELLS, whose, Days.cover(days))
                : CellQuestion.of(
                        Aggregate.HEATMAP,
                        whose,
                        days.orElseGet(() -> Days.last(WEEK)).hours());
        Heatmap heatmap = new Heatmap(question, where, Mode.parse(mode));
        return asked.answer(
                heatmap,
                asking -> cells
                        ? HeatmapAnswer.ofCells(asking.cells(question).where(heatmap::has), grid)
                        : HeatmapAnswer.ofDistricts(asking.cells(question).where(heatmap::has)));
    }
}
