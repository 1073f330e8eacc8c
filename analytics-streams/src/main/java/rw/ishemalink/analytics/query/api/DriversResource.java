package rw.ishemalink.analytics.query.api;

import static rw.ishemalink.kit.caller.Role.Names.AUDITOR;
import static rw.ishemalink.kit.caller.Role.Names.DISPATCHER;
import static rw.ishemalink.kit.caller.Role.Names.DRIVER;
import static rw.ishemalink.kit.caller.Role.Names.GOVERNMENT;
import static rw.ishemalink.kit.caller.Role.Names.OPERATOR;
import static rw.ishemalink.kit.caller.Role.Names.PLATFORM_ADMIN;
import static rw.ishemalink.kit.caller.Role.Names.TENANT_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.drivers.BoardQuery;
import rw.ishemalink.analytics.query.PerformanceQuestion;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.problem.ProblemException;

/** What drivers did. Whoever runs a fleet asks about what was driven for it, a driver about nobody else. */
@Path("/api/analytics/drivers")
class DriversResource {

    private static final String WHOM = "Another tenant's, another operator's or another driver's";

    private final Asked asked;
    private final Caller caller;

    DriversResource(Asked asked, Caller caller) {
        this.asked = asked;
        this.caller = caller;
    }

    @GET
    @Path("/leaderboard")
    @RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, OPERATOR, TENANT_ADMIN, PLATFORM_ADMIN})
    @Operation(summary = "Who leads: by deliveries, revenue, rating or punctuality; of a day, a month or ever")
    @APIResponse(responseCode = "200", description = "Drivers by id, the first first, and of how many")
    @APIResponse(responseCode = "304", description = Described.UNCHANGED)
    @APIResponse(responseCode = "400", description = Described.BAD)
    @APIResponse(responseCode = "403", description = WHOM)
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public DriversAnswer leaderboard(
            @BeanParam @Valid BoardAsked board, @QueryParam("limit") @DefaultValue("10") @Min(1) @Max(100) int limit) {
        WhoseDrivers whose = WhoseDrivers.of(caller, board.tenant, board.operator());
        BoardQuery query = BoardQuery.top(board.board(whose, Clock.systemUTC()), board.by(), limit);
        return asked.answer(query, asking -> DriversAnswer.ask(asking, query));
    }

    @GET
    @Path("/{driverId}/rank")
    @RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, DRIVER, OPERATOR, TENANT_ADMIN, PLATFORM_ADMIN})
    @Operation(
            summary =
                    "On which place of a board a driver is, and of how many; null for who has too few ratings or promises")
    @APIResponse(responseCode = "200", description = "The place, exact, and what the driver did")
    @APIResponse(responseCode = "304", description = Described.UNCHANGED)
    @APIResponse(responseCode = "400", description = Described.BAD)
    @APIResponse(responseCode = "403", description = WHOM)
    @APIResponse(responseCode = "404", description = "The driver did nothing that counts there, and is not the caller")
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public RankAnswer rank(@PathParam("driverId") UUID driverId, @BeanParam @Valid BoardAsked board) {
        WhoseDrivers whose = WhoseDrivers.ofOne(caller, driverId, board.tenant, board.operator());
        BoardQuery query = BoardQuery.standingOf(driverId, board.board(whose, Clock.systemUTC()), board.by());
        RankAnswer answer = asked.answer(query, asking -> RankAnswer.ask(asking, query));
        if (answer.isOfNobody() && !driverId.equals(caller.personId())) {
            throw ProblemException.notFound("not-ranked");
        }
        return answer;
    }

    private record Performances(PerformanceQuestion cells, int limit) {}

    @GET
    @Path("/performance")
    @RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, DRIVER, OPERATOR, TENANT_ADMIN, PLATFORM_ADMIN})
    @Operation(summary = "What each driver did: deliveries, revenue, weight, rating, punctuality, time on the way")
    @APIResponse(responseCode = "200", description = "Drivers by id, who delivered most first")
    @APIResponse(responseCode = "304", description = Described.UNCHANGED)
    @APIResponse(responseCode = "400", description = Described.BAD)
    @APIResponse(responseCode = "403", description = WHOM)
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public PerformanceAnswer performance(
            @Parameter(description = "Only that one; a driver sees no other") @QueryParam("driver") @Nullable
                    UUID driver,
            @Parameter(description = "Only what was driven for that operator") @QueryParam("operator") @Nullable
                    UUID operator,
            @Parameter(description = Described.TENANT) @QueryParam("tenant") @Nullable String tenant,
            @Parameter(description = Described.FROM) @QueryParam("from") @Nullable String from,
            @Parameter(description = Described.TO) @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(1000) int limit) {
        WhoseDrivers whose = driver == null
                ? WhoseDrivers.of(caller, tenant, operator)
                : WhoseDrivers.ofOne(caller, driver, tenant, operator);
        PerformanceQuestion cells = new PerformanceQuestion(
                whose.findTenant(),
                whose.operator().map(UUID::toString),
                Optional.ofNullable(driver).map(UUID::toString),
                Days.cover(Days.parse(from, to, Days.MOST)));
        return asked.answer(new Performances(cells, limit), asking -> PerformanceAnswer.of(asking.cells(cells), limit));
    }
}
