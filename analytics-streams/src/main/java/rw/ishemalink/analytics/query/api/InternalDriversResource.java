package rw.ishemalink.analytics.query.api;

import static rw.ishemalink.kit.caller.Role.Names.AUDITOR;
import static rw.ishemalink.kit.caller.Role.Names.DISPATCHER;
import static rw.ishemalink.kit.caller.Role.Names.DRIVER;
import static rw.ishemalink.kit.caller.Role.Names.GOVERNMENT;
import static rw.ishemalink.kit.caller.Role.Names.OPERATOR;
import static rw.ishemalink.kit.caller.Role.Names.PLATFORM_ADMIN;
import static rw.ishemalink.kit.caller.Role.Names.TENANT_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.drivers.Board;
import rw.ishemalink.analytics.drivers.BoardQuery;
import rw.ishemalink.analytics.drivers.By;
import rw.ishemalink.analytics.drivers.Standing;
import rw.ishemalink.analytics.query.PerformanceQuestion;
import rw.ishemalink.analytics.query.RankQuestion;
import rw.ishemalink.analytics.query.Span;
import rw.ishemalink.kit.caller.Caller;

/** This instance's part of what is asked about drivers, for the other instances; who may ask is checked again. */
@Path("/internal/analytics/drivers")
@Produces(MediaType.APPLICATION_OCTET_STREAM)
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, DRIVER, OPERATOR, TENANT_ADMIN, PLATFORM_ADMIN})
class InternalDriversResource {

    private final Asked asked;
    private final Caller caller;

    InternalDriversResource(Asked asked, Caller caller) {
        this.asked = asked;
        this.caller = caller;
    }

    /** A driver may have others counted, but not named. */
    @GET
    @Path("/board")
    @Operation(hidden = true)
    public byte[] board(
            @QueryParam("tenant") @NotNull String tenant,
            @QueryParam("span") @NotNull Span span,
            @QueryParam("origin") @DefaultValue("") String origin,
            @QueryParam("operator") @Nullable UUID operator,
            @QueryParam("by") @NotNull By by,
            @QueryParam("limit") @Min(0) @Max(100) int limit,
            @QueryParam("driver") @Nullable UUID driver,
            @QueryParam("standing") @Nullable Standing standing) {
        WhoseDrivers whose = limit == 0
                ? WhoseDrivers.ofOne(caller, driver, tenant, operator)
                : WhoseDrivers.of(caller, tenant, operator);
        Board board = Board.of(whose.tenant(), span.period(), span.first())
                .from(origin)
                .drivenFor(whose.operator().map(UUID::toString).orElse(""));
        return asked.local(() -> new RankQuestion(new BoardQuery(board, by, limit, driver, standing)));
    }

    @GET
    @Path("/cells")
    @Operation(hidden = true)
    public byte[] cells(
            @QueryParam("tenant") @NotNull String tenant,
            @QueryParam("operator") @Nullable UUID operator,
            @QueryParam("driver") @Nullable UUID driver,
            @QueryParam("span") @NotEmpty List<Span> spans) {
        WhoseDrivers whose = driver == null
                ? WhoseDrivers.of(caller, tenant, operator)
                : WhoseDrivers.ofOne(caller, driver, tenant, operator);
        return asked.local(() -> new PerformanceQuestion(
                whose.findTenant(),
                whose.operator().map(UUID::toString),
                Optional.ofNullable(driver).map(UUID::toString),
                spans));
    }
}
