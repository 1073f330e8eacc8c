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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.query.CellQuestion;

/** How payments end. */
@Path("/api/analytics/payments")
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
class PaymentsResource {

    private final Asked asked;

    PaymentsResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    @Path("/success")
    @Operation(summary = "How many payments came and how many did not, by provider")
    @APIResponse(responseCode = "200", description = "Counts of the payments that ended")
    @APIResponse(responseCode = "304", description = Described.UNCHANGED)
    @APIResponse(responseCode = "400", description = Described.BAD)
    @APIResponse(responseCode = "403", description = Described.FORBIDDEN)
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public PaymentsAnswer success(
            @Parameter(description = Described.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = Described.FROM) @QueryParam("from") @Nullable String from,
            @Parameter(description = Described.TO) @QueryParam("to") @Nullable String to) {
        CellQuestion question =
                CellQuestion.of(Aggregate.PAYMENTS, asked.whose(tenant), Days.cover(Days.parse(from, to, Days.MOST)));
        return asked.answer(question, asking -> PaymentsAnswer.of(asking.cells(question)));
    }
}
