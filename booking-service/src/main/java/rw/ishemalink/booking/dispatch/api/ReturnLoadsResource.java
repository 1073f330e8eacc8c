package rw.ishemalink.booking.dispatch.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import rw.ishemalink.booking.dispatch.returnload.ReturnLoads;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** Cargo for the way home. */
@Path("/api/bookings/return-loads")
@RunOnVirtualThread
public class ReturnLoadsResource {

    private final ReturnLoads loads;
    private final Caller caller;

    ReturnLoadsResource(ReturnLoads loads, Caller caller) {
        this.loads = loads;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Role.Names.DRIVER)
    @Operation(
            summary =
                    "Open cargo near the end of your trip that goes your way back, best earning for the extra way first;"
                            + " to look at: nothing is reserved, and offers come once you have delivered")
    @APIResponse(responseCode = "409", description = "You have no trip")
    public List<ReturnLoadView> list() {
        return loads.list(caller).stream().map(ReturnLoadView::of).toList();
    }
}
