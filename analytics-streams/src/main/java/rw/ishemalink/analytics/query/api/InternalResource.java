package rw.ishemalink.analytics.query.api;

import static rw.ishemalink.kit.caller.Role.Names.AUDITOR;
import static rw.ishemalink.kit.caller.Role.Names.DISPATCHER;
import static rw.ishemalink.kit.caller.Role.Names.GOVERNMENT;
import static rw.ishemalink.kit.caller.Role.Names.PLATFORM_ADMIN;
import static rw.ishemalink.kit.caller.Role.Names.TENANT_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.law.Violation;
import rw.ishemalink.analytics.query.BoardQuestion;
import rw.ishemalink.analytics.query.LocalStores;
import rw.ishemalink.analytics.query.Part;
import rw.ishemalink.analytics.query.RevenueQuestion;
import rw.ishemalink.analytics.query.ViolationQuestion;
import rw.ishemalink.analytics.revenue.RevenueRow;
import rw.ishemalink.analytics.standings.Board;
import rw.ishemalink.analytics.standings.Standing;

/** This instance's part, for the other instances. The gateway has no route to it, and the caller's token is checked again. */
@Path("/internal/analytics")
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
class InternalResource {

    private final LocalStores stores;
    private final Asked asked;

    InternalResource(LocalStores stores, Asked asked) {
        this.stores = stores;
        this.asked = asked;
    }

    @GET
    @Path("/standings/{board}")
    @Operation(hidden = true)
    public Part<Standing> standings(@PathParam("board") Board board, @QueryParam("limit") @Min(1) @Max(100) int limit) {
        return stores.answer(BoardQuestion.top(asked.tenant(), board, limit));
    }

    @GET
    @Path("/violations")
    @Operation(hidden = true)
    public Part<Violation> violations() {
        return stores.answer(ViolationQuestion.of(asked.tenant()));
    }

    @GET
    @Path("/revenue")
    @Operation(hidden = true)
    public Part<RevenueRow> revenue(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return stores.answer(RevenueQuestion.of(asked.tenant(), Period.parse(from, to, Clock.systemUTC())));
    }
}
