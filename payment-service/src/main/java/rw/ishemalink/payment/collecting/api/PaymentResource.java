package rw.ishemalink.payment.collecting.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.access.AccessLog;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.payment.collecting.PaymentTimer;
import rw.ishemalink.payment.collecting.Payments;
import rw.ishemalink.payment.collecting.Payments.Seen;

/** Payments, for those who pay and those who run or check the tenant. */
@Path("/api/payments")
@Tag(name = "Payments")
@Authenticated
public class PaymentResource {

    /** Whoever runs or checks the tenant; to sender and payer it is their own. */
    private static final Role[] ONLOOKERS = {
        Role.DISPATCHER, Role.GOVERNMENT, Role.AUDITOR, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN
    };

    private final Payments payments;
    private final PaymentTimer timer;
    private final AccessLog accesses;
    private final Caller caller;

    PaymentResource(Payments payments, PaymentTimer timer, AccessLog accesses, Caller caller) {
        this.payments = payments;
        this.timer = timer;
        this.accesses = accesses;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The payment of a booking, with its attempts and refunds")
    @APIResponse(responseCode = "200", description = "The payment")
    @APIResponse(responseCode = "404", description = "None, or none that the caller may see")
    public PaymentView byBooking(@RestQuery @NotNull UUID bookingId) {
        Seen seen =
                payments.findByBooking(caller, bookingId).orElseThrow(() -> ProblemException.notFound("no-payment"));
        if (caller.isAny(ONLOOKERS)) {
            accesses.note(
                    caller,
                    rw.ishemalink.kit.access.Seen.PAYMENT,
                    seen.payment().terms().senderId(),
                    bookingId);
        }
        return PaymentView.of(seen);
    }

    @POST
    @Path("/{paymentId}/attempts")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask the payer again, or another phone or provider, while the window is open",
            description =
                    "Without a body the wallet of the last attempt is asked. A prompt that is out must be decided "
                            + "first; an attempt that may not have gone out yet bars only its own phone and provider.")
    @APIResponse(
            responseCode = "201",
            description = "A new attempt is on its way",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @APIResponse(responseCode = "403", description = "Neither sender nor payer")
    @APIResponse(responseCode = "404", description = "None, or none that the caller may see")
    @APIResponse(responseCode = "409", description = "The payment is over, or an attempt bars another")
    @APIResponse(responseCode = "429", description = "Tried too often")
    public Response retry(@RestPath UUID paymentId, @Valid @Nullable AttemptRequest body) {
        return started(paymentId, body == null ? AttemptRequest.AS_BEFORE : body);
    }

    /** Without a body, whatever the client says of its type. */
    @POST
    @Path("/{paymentId}/attempts")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response retryAsBefore(@RestPath UUID paymentId) {
        return started(paymentId, AttemptRequest.AS_BEFORE);
    }

    private Response started(UUID paymentId, AttemptRequest asked) {
        Seen seen = payments.retry(caller, paymentId, asked.findProvider(), asked.findPhone());
        timer.wake();
        return Response.status(Response.Status.CREATED)
                .entity(PaymentView.of(seen))
                .build();
    }
}
