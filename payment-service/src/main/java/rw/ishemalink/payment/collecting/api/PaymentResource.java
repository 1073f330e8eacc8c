package rw.ishemalink.payment.collecting.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.payment.collecting.PaymentTimer;
import rw.ishemalink.payment.collecting.Payments;
import rw.ishemalink.payment.collecting.Payments.Seen;

/** Payments, for those who pay and those who run or check the tenant. */
@Path("/api/payments")
@Tag(name = "Payments")
@Authenticated
public class PaymentResource {

    private final Payments payments;
    private final PaymentTimer timer;
    private final Caller caller;

    PaymentResource(Payments payments, PaymentTimer timer, Caller caller) {
        this.payments = payments;
        this.timer = timer;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "The payment of a booking, with its attempts and refunds")
    @APIResponse(responseCode = "200", description = "The payment")
    @APIResponse(responseCode = "404", description = "None, or none that the caller may see")
    public PaymentView byBooking(@RestQuery @NotNull UUID bookingId) {
        return payments.findByBooking(caller, bookingId)
                .map(PaymentView::of)
                .orElseThrow(() -> ProblemException.notFound("no-payment"));
    }

    @POST
    @Path("/{paymentId}/attempts")
    @Operation(summary = "Ask the payer again, after an attempt failed and while the window is open")
    @APIResponse(
            responseCode = "201",
            description = "A new attempt is on its way",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    @APIResponse(responseCode = "403", description = "Neither sender nor payer")
    @APIResponse(responseCode = "404", description = "None, or none that the caller may see")
    @APIResponse(responseCode = "409", description = "The payment is over, or an attempt is still open")
    @APIResponse(responseCode = "429", description = "Tried too often")
    public Response retry(@RestPath UUID paymentId) {
        Seen seen = payments.retry(caller, paymentId);
        timer.wake();
        return Response.status(Response.Status.CREATED)
                .entity(PaymentView.of(seen))
                .build();
    }
}
