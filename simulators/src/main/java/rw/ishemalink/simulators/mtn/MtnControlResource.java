package rw.ishemalink.simulators.mtn;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Problem;

/** Tells payers what to do, and shows which callbacks were sent. */
@Path("/control")
@Tag(name = "Control")
public class MtnControlResource {

    private static final long MAX_DELAY_MILLIS = 86_400_000;

    private final Payers payers;
    private final CallbackSender callbacks;

    public MtnControlResource(Payers payers, CallbackSender callbacks) {
        this.payers = payers;
        this.callbacks = callbacks;
    }

    @GET
    @Path("/mtn/payers/{msisdn: [0-9]{8,15}}")
    @Operation(summary = "What this payer will do at the next prompt")
    public PayerOrder payer(@RestPath String msisdn) {
        return payers.order(msisdn);
    }

    @PUT
    @Path("/mtn/payers/{msisdn: [0-9]{8,15}}")
    @Operation(summary = "Tell a payer what to do at every prompt from now on")
    public PayerOrder tell(@RestPath String msisdn, @Nullable PayerOrder body) {
        PayerOrder order = Problem.required(body);
        Long delayMillis = order.delayMillis();
        if (delayMillis != null && (delayMillis < 0 || delayMillis > MAX_DELAY_MILLIS)) {
            throw Problem.refusal(400, "delayMillis must be between 0 and " + MAX_DELAY_MILLIS);
        }
        payers.tell(msisdn, order);
        return order;
    }

    @GET
    @Path("/mtn/callbacks")
    @Operation(summary = "The last callbacks that were tried, newest last")
    public List<CallbackSender.Sent> callbacks() {
        return callbacks.listAll();
    }
}
