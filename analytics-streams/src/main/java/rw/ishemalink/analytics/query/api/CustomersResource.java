package rw.ishemalink.analytics.query.api;

import static rw.ishemalink.kit.caller.Role.Names.AUDITOR;
import static rw.ishemalink.kit.caller.Role.Names.DISPATCHER;
import static rw.ishemalink.kit.caller.Role.Names.GOVERNMENT;
import static rw.ishemalink.kit.caller.Role.Names.PLATFORM_ADMIN;
import static rw.ishemalink.kit.caller.Role.Names.TENANT_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.query.CellQuestion;
import rw.ishemalink.analytics.query.Span;

/** How customers come back. */
@Path("/api/analytics/users")
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
class CustomersResource {

    private final Asked asked;

    CustomersResource(Asked asked) {
        this.asked = asked;
    }

    private record Returning(CellQuestion cells, Optional<Mode> mode, Optional<YearMonth> month) {}

    @GET
    @Path("/behavior")
    @Operation(
            summary =
                    "Who came back, by the month in which customers first paid: groups of ten people and more, and none that can be found by subtraction")
    @APIResponse(responseCode = "200", description = "The cohorts that may be shown, the earliest first")
    @APIResponse(responseCode = "304", description = Described.UNCHANGED)
    @APIResponse(responseCode = "400", description = Described.BAD)
    @APIResponse(responseCode = "403", description = Described.FORBIDDEN)
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public BehaviorAnswer behavior(
            @Parameter(description = Described.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = "Only who first paid in that month, yyyy-MM; every month when left out")
                    @QueryParam("month")
                    @Nullable
                    String month,
            @Parameter(description = Described.MODE) @QueryParam("mode") @Nullable String mode) {
        Returning returning = new Returning(
                CellQuestion.of(Aggregate.COHORTS, asked.whose(tenant), Span.EVER),
                Mode.parse(mode),
                Months.parse(month));
        return asked.answer(
                returning,
                asking -> BehaviorAnswer.of(asking.cells(returning.cells()), returning.mode(), returning.month()));
    }
}
