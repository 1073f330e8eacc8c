package rw.ishemalink.analytics.query.api;

import static rw.ishemalink.kit.caller.Role.Names.AUDITOR;
import static rw.ishemalink.kit.caller.Role.Names.DISPATCHER;
import static rw.ishemalink.kit.caller.Role.Names.GOVERNMENT;
import static rw.ishemalink.kit.caller.Role.Names.PLATFORM_ADMIN;
import static rw.ishemalink.kit.caller.Role.Names.TENANT_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.query.CellQuestion;
import rw.ishemalink.analytics.query.Span;
import rw.ishemalink.analytics.query.TimelineQuestion;
import rw.ishemalink.analytics.query.ViolationQuestion;

/** This instance's parts, for the other instances. The gateway has no route to it, and the caller's token is checked again. */
@Path("/internal/analytics")
@Produces(MediaType.APPLICATION_OCTET_STREAM)
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
class InternalResource {

    private final Asked asked;

    InternalResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    @Path("/cells")
    @Operation(hidden = true)
    public byte[] cells(
            @QueryParam("aggregate") @NotNull Aggregate aggregate,
            @QueryParam("tenant") @NotNull String tenant,
            @QueryParam("span") @NotEmpty List<Span> spans,
            @QueryParam("prefix") List<String> prefix) {
        Optional<String> whose = asked.whose(tenant);
        return asked.local(() -> new CellQuestion(aggregate, whose, spans, prefix));
    }

    @GET
    @Path("/bookings/{bookingId}/timeline")
    @Operation(hidden = true)
    public byte[] timeline(@PathParam("bookingId") UUID bookingId) {
        return asked.local(() -> new TimelineQuestion(bookingId, asked.tenant()));
    }

    @GET
    @Path("/violations")
    @Operation(hidden = true)
    public byte[] violations() {
        return asked.local(() -> ViolationQuestion.of(asked.tenant()));
    }
}
