package rw.ishemalink.payment.collecting.api;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.payment.collecting.PaymentTimer;
import rw.ishemalink.payment.collecting.Payments;

/**
 * MTN's callbacks. They are not signed, so nothing of the body is even read: the call only makes us ask. MTN documents
 * both PUT and POST; repeats do no harm.
 */
@Path("/api/payments/callbacks/mtn/{reference}")
@Tag(name = "Callbacks")
@PermitAll
public class MtnCallbackResource {

    private final Payments payments;
    private final PaymentTimer timer;

    MtnCallbackResource(Payments payments, PaymentTimer timer) {
        this.payments = payments;
        this.timer = timer;
    }

    @PUT
    @Operation(summary = "A hint that an operation is decided; the body is ignored")
    public void put(@RestPath UUID reference) {
        hint(reference);
    }

    @POST
    @Operation(summary = "A hint that an operation is decided; the body is ignored")
    public void post(@RestPath UUID reference) {
        hint(reference);
    }

    private void hint(UUID reference) {
        if (!payments.hint(reference)) {
            throw ProblemException.notFound("no-such-reference");
        }
        timer.wake();
    }
}
