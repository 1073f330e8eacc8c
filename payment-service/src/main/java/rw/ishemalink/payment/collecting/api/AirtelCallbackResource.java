package rw.ishemalink.payment.collecting.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.payment.collecting.PaymentTimer;
import rw.ishemalink.payment.collecting.Payments;
import rw.ishemalink.payment.outbound.airtel.AirtelCallback;
import rw.ishemalink.payment.outbound.airtel.AirtelCallbacks;

/**
 * Airtel's callbacks, sent to the one address that the portal has of us. Even a well signed one only makes us ask; repeats
 * do no harm.
 */
@Path("/api/payments/callbacks/airtel")
@Tag(name = "Callbacks")
@PermitAll
public class AirtelCallbackResource {

    private final AirtelCallbacks callbacks;
    private final Payments payments;
    private final PaymentTimer timer;

    AirtelCallbackResource(AirtelCallbacks callbacks, Payments payments, PaymentTimer timer) {
        this.callbacks = callbacks;
        this.payments = payments;
        this.timer = timer;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "A hint that an operation is decided; what it says is not believed")
    @APIResponse(responseCode = "202", description = "Airtel is asked")
    @APIResponse(responseCode = "400", description = "No callback of Airtel's")
    @APIResponse(responseCode = "403", description = "Its hash is missing or wrong")
    @APIResponse(responseCode = "404", description = "No movement of ours has that id")
    public Response hear(String body) {
        AirtelCallback callback =
                callbacks.read(body).orElseThrow(() -> ProblemException.badRequest("unreadable-callback"));
        if (!callback.genuine()) {
            throw ProblemException.forbidden("forged-callback");
        }
        if (!payments.hint(callback.reference())) {
            throw ProblemException.notFound("no-such-reference");
        }
        timer.wake();
        return Response.accepted().build();
    }
}
