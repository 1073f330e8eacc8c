package rw.ishemalink.simulators.faults;

import jakarta.enterprise.event.Event;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Problem;

/** Where faults are ordered, seen and withdrawn. */
@Path("/control")
@Tag(name = "Control", description = "Faults to order; never faulty itself")
public class ControlResource {

    private final FaultDesk desk;
    private final Event<ControlReset> reset;

    public ControlResource(FaultDesk desk, Event<ControlReset> reset) {
        this.desk = desk;
        this.reset = reset;
    }

    @GET
    @Operation(summary = "All orders that stand")
    public Map<String, FaultOrder> all() {
        return Arrays.stream(OutsideSystem.values()).collect(Collectors.toMap(OutsideSystem::smallName, desk::order));
    }

    @GET
    @Path("/{system: mtn|airtel|vsdc|osdc|etims|rura|sms|mail}")
    @Operation(summary = "The order of one system, with the counted faults still to come")
    public FaultOrder one(@RestPath OutsideSystem system) {
        return desk.order(system);
    }

    @PUT
    @Path("/{system: mtn|airtel|vsdc|osdc|etims|rura|sms|mail}")
    @Operation(summary = "Replace the order of one system; what is left out is well")
    public FaultOrder place(@RestPath OutsideSystem system, @Nullable FaultOrder body) {
        FaultOrder order = Problem.required(body);
        List<String> mistakes = order.mistakes(system);
        if (!mistakes.isEmpty()) {
            throw Problem.refusal(400, String.join("; ", mistakes));
        }
        desk.place(system, order);
        return desk.order(system);
    }

    @DELETE
    @Operation(summary = "Withdraw every order, payer's and recipient's behaviour and the moved clock; the past stays")
    public void reset() {
        desk.reset();
        reset.fire(new ControlReset());
    }
}
