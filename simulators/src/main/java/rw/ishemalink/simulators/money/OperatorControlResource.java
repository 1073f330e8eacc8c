package rw.ishemalink.simulators.money;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Problem;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** Orders at an operator by hand: what payers do, forged callbacks, ended tokens, differences in settlement files. */
@Path("/control")
@Tag(name = "Control")
public class OperatorControlResource {

    private static final long MAX_DELAY_MILLIS = 86_400_000;

    private final Operators operators;

    public OperatorControlResource(Operators operators) {
        this.operators = operators;
    }

    @GET
    @Path("/{system: mtn|airtel}/payers/{msisdn: [0-9]{8,15}}")
    @Operation(summary = "What this payer will do at the next prompt")
    public PayerOrder payer(@RestPath OutsideSystem system, @RestPath String msisdn) {
        return operators.get(system).payers().order(msisdn);
    }

    @PUT
    @Path("/{system: mtn|airtel}/payers/{msisdn: [0-9]{8,15}}")
    @Operation(summary = "Tell a payer what to do at every prompt from now on")
    public PayerOrder tell(@RestPath OutsideSystem system, @RestPath String msisdn, @Nullable PayerOrder body) {
        PayerOrder order = Problem.required(body);
        Long delayMillis = order.delayMillis();
        if (delayMillis != null && (delayMillis < 0 || delayMillis > MAX_DELAY_MILLIS)) {
            throw Problem.refusal(400, "delayMillis must be between 0 and " + MAX_DELAY_MILLIS);
        }
        operators.get(system).payers().tell(msisdn, order);
        return order;
    }

    @GET
    @Path("/{system: mtn|airtel}/callbacks")
    @Operation(summary = "The last callbacks that were tried, newest last")
    public List<CallbackSender.Sent> callbacks(@RestPath OutsideSystem system) {
        return operators.get(system).sender().listAll();
    }

    @POST
    @Path("/{system: mtn|airtel}/callbacks/{reference}")
    @Operation(summary = "Forge a callback now: it says that this operation was successful, whatever became of it")
    public void forge(@RestPath OutsideSystem system, @RestPath String reference) {
        Operator operator = operators.get(system);
        operator.callbacks()
                .forge(operator.book()
                        .find(reference)
                        .orElseThrow(() -> Problem.refusal(404, "no operation has that reference")));
    }

    @DELETE
    @Path("/{system: mtn|airtel}/tokens")
    @Operation(summary = "End every token at once; the next call with one is a 401")
    public void endTokens(@RestPath OutsideSystem system) {
        operators.get(system).tokens().endAll();
    }

    @GET
    @Path("/{system: mtn|airtel}/settlement/{day}")
    @Operation(summary = "The differences planted into the settlement file of that day")
    public List<Difference> planted(@RestPath OutsideSystem system, @RestPath String day) {
        return operators.get(system).settlement().planted(SettlementDay.of(day));
    }

    @PUT
    @Path("/{system: mtn|airtel}/settlement/{day}")
    @Operation(summary = "Plant differences into the settlement file of that day; the answer names the lines")
    public List<Difference> plant(
            @RestPath OutsideSystem system, @RestPath String day, @Nullable List<Difference> body) {
        List<Difference> differences = Problem.required(body);
        if (differences.stream().anyMatch(difference -> difference == null || difference.what() == null)) {
            throw Problem.refusal(400, "every difference says what: MISSING, FOREIGN, AMOUNT or STATUS");
        }
        return operators.get(system).settlement().plant(SettlementDay.of(day), differences);
    }
}
