package rw.ishemalink.booking.dispatch.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.booking.desk.api.BookingView;
import rw.ishemalink.booking.dispatch.OfferDesk;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** What a driver is offered, and the answer. */
@Path("/api/bookings")
@RunOnVirtualThread
public class OffersResource {

    private final OfferDesk desk;
    private final Caller caller;

    OffersResource(OfferDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @GET
    @Path("offers")
    @RolesAllowed(Role.Names.DRIVER)
    @Operation(summary = "What you can accept now: at most one offer, since an offer is real")
    public List<OfferView> list() {
        Instant now = Instant.now();
        return desk.findOpen(caller).map(open -> OfferView.of(open, now)).stream()
                .toList();
    }

    @POST
    @Path("{bookingId}/accept")
    @RolesAllowed(Role.Names.DRIVER)
    @Operation(summary = "Take what you were offered; it is held until it is paid and compliance has cleared it")
    @APIResponse(responseCode = "409", description = "Another driver was quicker, or the offer is over")
    public BookingView accept(@RestPath UUID bookingId) {
        return BookingView.of(desk.accept(caller, bookingId));
    }

    @POST
    @Path("{bookingId}/decline")
    @RolesAllowed(Role.Names.DRIVER)
    @Operation(summary = "You do not want it; it is not offered to you again")
    public void decline(@RestPath UUID bookingId) {
        desk.decline(caller, bookingId);
    }
}
