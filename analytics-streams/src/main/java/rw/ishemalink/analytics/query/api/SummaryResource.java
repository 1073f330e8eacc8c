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

/** A month on one page. */
@Path("/api/analytics/monthly-summary")
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
class SummaryResource {

    private final Asked asked;

    SummaryResource(Asked asked) {
        this.asked = asked;
    }

    private record Summary(Optional<String> whose, YearMonth month) {}

    @GET
    @Operation(summary = "What a month added up to, and how that differs from the month before")
    @APIResponse(responseCode = "200", description = "Bookings, money, deliveries, receipts and payments")
    @APIResponse(responseCode = "304", description = Described.UNCHANGED)
    @APIResponse(responseCode = "400", description = Described.BAD)
    @APIResponse(responseCode = "403", description = Described.FORBIDDEN)
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public SummaryAnswer summary(
            @Parameter(description = Described.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = Described.MONTH) @QueryParam("month") @Nullable String month) {
        Summary summary = new Summary(asked.whose(tenant), Months.parse(month).orElseGet(Months::now));
        return asked.answer(summary, asking -> SummaryAnswer.of(asking, summary.whose(), summary.month()));
    }
}
