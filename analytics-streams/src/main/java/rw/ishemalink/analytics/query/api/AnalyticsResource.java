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
import java.util.List;
import java.util.stream.IntStream;
import rw.ishemalink.analytics.query.Answer;
import rw.ishemalink.analytics.query.BoardQuestion;
import rw.ishemalink.analytics.standings.Board;
import rw.ishemalink.analytics.standings.Standing;

/** Aggregates of the caller's tenant. Every answer says how fresh and whether it is complete; 503 when nothing answers. */
@Path("/api/analytics")
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
class AnalyticsResource {

    private final Asked asked;

    AnalyticsResource(Asked asked) {
        this.asked = asked;
    }

    /** The drivers with most deliveries. */
    @GET
    @Path("/drivers/leaderboard")
    public DriversAnswer drivers(@QueryParam("limit") @DefaultValue("10") @Min(1) @Max(100) int limit) {
        Answer<Standing> answer = asked.ask(BoardQuestion.top(asked.tenant(), Board.DRIVERS, limit));
        List<Standing> top = Standing.top(answer.rows().stream(), limit);
        return new DriversAnswer(
                answer.freshness(),
                IntStream.range(0, top.size())
                        .mapToObj(i -> DriversAnswer.RankedDriver.of(i + 1, top.get(i)))
                        .toList());
    }
}
