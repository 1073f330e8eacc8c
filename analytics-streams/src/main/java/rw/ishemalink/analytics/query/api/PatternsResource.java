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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.query.CellQuestion;
import rw.ishemalink.analytics.query.Span;

/** When people book. */
@Path("/api/analytics/rides")
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
class PatternsResource {

    private final Asked asked;

    PatternsResource(Asked asked) {
        this.asked = asked;
    }

    private record Patterns(CellQuestion cells, Optional<Mode> mode) {

        boolean has(Cell cell) {
            return Mode.has(mode, cell.get(Dimension.KIND));
        }
    }

    @GET
    @Path("/patterns")
    @Operation(summary = "When people book, by hour of the week in Kigali; rides unless mode says otherwise")
    @APIResponse(responseCode = "200", description = "All 168 hours, those of Monday first")
    @APIResponse(responseCode = "304", description = Described.UNCHANGED)
    @APIResponse(responseCode = "400", description = Described.BAD)
    @APIResponse(responseCode = "403", description = Described.FORBIDDEN)
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public PatternsAnswer patterns(
            @Parameter(description = Described.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = Described.MONTH) @QueryParam("month") @Nullable String month,
            @Parameter(description = Described.MODE) @QueryParam("mode") @DefaultValue("RIDE") String mode) {
        List<Span> spans = Months.parse(month).map(one -> Span.months(one, one)).orElse(Span.EVER);
        CellQuestion question = CellQuestion.of(Aggregate.PATTERNS, asked.whose(tenant), spans);
        Patterns patterns = new Patterns(question, Mode.parse(mode));
        return asked.answer(
                patterns, asking -> PatternsAnswer.of(asking.cells(question).where(patterns::has)));
    }
}
