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
import rw.ishemalink.analytics.query.ViolationQuestion;

/** Whether the law is kept. */
@Path("/api/analytics/compliance")
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
class ComplianceResource {

    private final Asked asked;

    ComplianceResource(Asked asked) {
        this.asked = asked;
    }

    private record Status(CellQuestion cells, Optional<Mode> mode) {

        boolean has(Cell cell) {
            return Mode.has(mode, cell.get(Dimension.KIND));
        }
    }

    @GET
    @Path("/status")
    @Operation(summary = "How bookings ended, receipts in time, dispatches refused, broken rules")
    @APIResponse(responseCode = "200", description = "Counts by kind of booking")
    @APIResponse(responseCode = "304", description = Described.UNCHANGED)
    @APIResponse(responseCode = "400", description = Described.BAD)
    @APIResponse(responseCode = "403", description = Described.FORBIDDEN)
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public ComplianceAnswer status(
            @Parameter(description = Described.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = Described.FROM) @QueryParam("from") @Nullable String from,
            @Parameter(description = Described.TO) @QueryParam("to") @Nullable String to,
            @Parameter(description = Described.MODE) @QueryParam("mode") @Nullable String mode) {
        CellQuestion question =
                CellQuestion.of(Aggregate.COMPLIANCE, asked.whose(tenant), Days.cover(Days.parse(from, to, Days.MOST)));
        Status status = new Status(question, Mode.parse(mode));
        return asked.answer(
                status, asking -> ComplianceAnswer.of(asking.cells(question).where(status::has)));
    }

    @GET
    @Path("/violations")
    @Operation(summary = "Bookings that broke the law of dispatch; there should be none")
    @APIResponse(responseCode = "200", description = "The bookings with the broken rule, the latest first")
    @APIResponse(responseCode = "400", description = Described.BAD)
    @APIResponse(responseCode = "403", description = "An operator's dispatcher")
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public ViolationsAnswer violations(@QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        return ViolationsAnswer.of(asked.ask(ViolationQuestion.of(asked.tenant())), limit);
    }
}
