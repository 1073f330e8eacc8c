package rw.ishemalink.notification.inbound.api;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.notification.delivery.DeliveryReports;
import rw.ishemalink.notification.inbound.InboundDesk;
import rw.ishemalink.notification.inbound.InboundSms;
import rw.ishemalink.notification.outbound.africastalking.AfricasTalkingSms;

/**
 * Where Africa's Talking tells us what became of an SMS, and what people sent us (developers.africastalking.com, "SMS
 * notifications"). Repeats do no harm.
 */
@Path("/api/notifications/callbacks/africastalking/{secret}")
@Tag(name = "Callbacks")
@PermitAll
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class AfricasTalkingCallbackResource {

    /** The phone has it. */
    private static final String SUCCESS = "Success";

    /** It will not get there; every other status says that it is still under way. */
    private static final Set<String> IN_VAIN = Set.of("Failed", "Rejected", "AbsentSubscriber", "Expired");

    private static final int LONGEST = 120;

    /** An SMS of ten parts is shorter. */
    private static final int LONGEST_FIELD = 2_000;

    private final CallbackGuard guard;
    private final DeliveryReports reports;
    private final InboundDesk desk;

    AfricasTalkingCallbackResource(CallbackGuard guard, DeliveryReports reports, InboundDesk desk) {
        this.guard = guard;
        this.reports = reports;
        this.desk = desk;
    }

    @POST
    @Path("delivery")
    @Operation(summary = "What became of an SMS: id, status and, where it did not arrive, failureReason")
    @APIResponse(responseCode = "204", description = "Noted")
    @APIResponse(responseCode = "400", description = "Without a readable id or status")
    @APIResponse(responseCode = "403", description = "Not from an address of the provider")
    @APIResponse(responseCode = "404", description = "The secret is wrong")
    public void report(
            @RestPath String secret,
            @RestForm @Nullable String id,
            @RestForm @Nullable String status,
            @RestForm @Nullable String failureReason,
            @Context HttpServerRequest request) {
        guard.check(secret, request);
        String reference = required(id);
        String said = required(status);
        if (said.equals(SUCCESS)) {
            reports.take(AfricasTalkingSms.NAME, reference, true, null);
        } else if (IN_VAIN.contains(said)) {
            reports.take(AfricasTalkingSms.NAME, reference, false, reason(said, failureReason));
        }
    }

    @POST
    @Path("inbound")
    @Operation(summary = "A text that somebody sent us: from, to, text, id; the same id is heard once")
    @APIResponse(responseCode = "204", description = "Heard, now or before")
    @APIResponse(responseCode = "400", description = "Without a readable id, from, to or text")
    @APIResponse(responseCode = "403", description = "Not from an address of the provider")
    @APIResponse(responseCode = "404", description = "The secret is wrong")
    public void inbound(
            @RestPath String secret,
            @RestForm @Nullable String id,
            @RestForm @Nullable String from,
            @RestForm @Nullable String to,
            @RestForm @Nullable String text,
            @Context HttpServerRequest request) {
        guard.check(secret, request);
        desk.take(new InboundSms(AfricasTalkingSms.NAME, required(id), required(from), required(to), required(text)));
    }

    private static String reason(String status, @Nullable String failureReason) {
        String reason = failureReason == null || failureReason.isBlank() ? status : status + " " + failureReason;
        return reason.replace('\0', ' ').substring(0, Math.min(reason.length(), LONGEST));
    }

    private static String required(@Nullable String field) {
        if (field == null || field.isBlank() || field.length() > LONGEST_FIELD || field.indexOf('\0') >= 0) {
            throw ProblemException.badRequest("unreadable-callback");
        }
        return field;
    }
}
