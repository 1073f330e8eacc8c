package rw.ishemalink.analytics.query.api;

import static rw.ishemalink.kit.caller.Role.Names.AUDITOR;
import static rw.ishemalink.kit.caller.Role.Names.DISPATCHER;
import static rw.ishemalink.kit.caller.Role.Names.GOVERNMENT;
import static rw.ishemalink.kit.caller.Role.Names.PLATFORM_ADMIN;
import static rw.ishemalink.kit.caller.Role.Names.TENANT_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import rw.ishemalink.analytics.query.Answer;
import rw.ishemalink.analytics.query.BookingTimeline;
import rw.ishemalink.analytics.query.TimelineQuestion;
import rw.ishemalink.kit.problem.ProblemException;

/** What was told of one booking of the caller's tenant. */
@Path("/api/analytics/bookings")
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
class TimelineResource {

    private final Asked asked;

    TimelineResource(Asked asked) {
        this.asked = asked;
    }

    @GET
    @Path("/{bookingId}/timeline")
    @Operation(summary = "What booking, payment, compliance, tracking and messages told of a booking, oldest first")
    @APIResponse(responseCode = "200", description = "The steps; of more than 200 the oldest of tracking are left out")
    @APIResponse(responseCode = "304", description = Described.UNCHANGED)
    @APIResponse(responseCode = "403", description = "An operator's dispatcher")
    @APIResponse(responseCode = "404", description = "No such booking in the caller's tenant, or not told of yet")
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public TimelineAnswer timeline(@PathParam("bookingId") UUID bookingId) {
        TimelineQuestion question = new TimelineQuestion(bookingId, asked.tenant());
        return asked.answer(question, asking -> answer(asking.ask(question)));
    }

    private static TimelineAnswer answer(Answer<BookingTimeline> answer) {
        return answer.rows().stream()
                .findFirst()
                .map(booking -> new TimelineAnswer(answer.freshness(), booking))
                .orElseThrow(() -> ProblemException.notFound("no-such-booking"));
    }
}
