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

/** What is carried. */
@Path("/api/analytics/commodities")
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
class CommoditiesResource {

    private final Asked asked;

    CommoditiesResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    @Path("/breakdown")
    @Operation(summary = "What was carried, by commodity: how much, how heavy, for how much")
    @APIResponse(responseCode = "200", description = "The commodities, the heaviest first")
    @APIResponse(responseCode = "304", description = Described.UNCHANGED)
    @APIResponse(responseCode = "400", description = Described.BAD)
    @APIResponse(responseCode = "403", description = Described.FORBIDDEN)
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public CommoditiesAnswer breakdown(
            @Parameter(description = Described.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = Described.FROM) @QueryParam("from") @Nullable String from,
            @Parameter(description = Described.TO) @QueryParam("to") @Nullable String to) {
        CellQuestion question = CellQuestion.of(
                Aggregate.COMMODITIES, asked.whose(tenant), Days.cover(Days.parse(from, to, Days.MOST)));
        return asked.answer(question, asking -> CommoditiesAnswer.of(asking.cells(question)));
    }
}
