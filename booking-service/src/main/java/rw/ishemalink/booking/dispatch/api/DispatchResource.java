package rw.ishemalink.booking.dispatch.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.booking.dispatch.Explanations;
import rw.ishemalink.kit.caller.Caller;

/** How a driver was sought for a booking. */
@Path("/api/bookings")
@RunOnVirtualThread
public class DispatchResource {

    private final Explanations explanations;
    private final Caller caller;

    DispatchResource(Explanations explanations, Caller caller) {
        this.explanations = explanations;
        this.caller = caller;
    }

    @GET
    @Path("{bookingId}/dispatch")
    @Authenticated
    @Operation(
            summary =
                    "How a driver is sought: state and counts for the sender; for staff every driver who was considered,"
                            + " with the gate that refused or the offer and its fate; for an operator those of its fleet")
    public DispatchView get(@RestPath UUID bookingId) {
        return DispatchView.of(explanations.getReport(caller, bookingId));
    }
}
