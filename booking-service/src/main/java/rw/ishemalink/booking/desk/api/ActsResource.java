package rw.ishemalink.booking.desk.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.booking.desk.ControlDesk;
import rw.ishemalink.booking.lifecycle.Command.Act;
import rw.ishemalink.booking.lifecycle.Command.Cancel;
import rw.ishemalink.booking.lifecycle.Command.Confirm;
import rw.ishemalink.booking.lifecycle.Command.Rate;
import rw.ishemalink.booking.terms.Text;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** What senders, dispatchers and drivers decide about a booking. Each answers with the booking after it, or says why it cannot be done (409). */
@Path("/api/bookings/{bookingId}")
@RunOnVirtualThread
public class ActsResource {

    private final ControlDesk desk;
    private final Caller caller;

    ActsResource(ControlDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** Whom to ask. */
    public record AssignRequest(@NotNull UUID driverId) {}

    /** Why the booking shall not happen. */
    public record CancelRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = Text.PRINTABLE)
            String reason) {}

    /** What the sender thinks of the driver. */
    public record RatingRequest(@NotNull @Min(1) @Max(5) Integer stars) {}

    @POST
    @Path("confirm")
    @RolesAllowed({Role.Names.SENDER, Role.Names.CUSTOMER, Role.Names.EXPORTER, Role.Names.AGENT})
    @Operation(summary = "The sender agrees; the payer is asked to pay within 30 minutes")
    public BookingView confirm(@RestPath UUID bookingId) {
        return act(bookingId, new Confirm());
    }

    @POST
    @Path("assign")
    @RolesAllowed({Role.Names.DISPATCHER, Role.Names.OPERATOR, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "Ask for a driver; the booking becomes ASSIGNED once compliance has cleared the dispatch")
    public BookingView assign(@RestPath UUID bookingId, @NotNull @Valid AssignRequest request) {
        return BookingView.of(desk.ask(caller, bookingId, request.driverId()));
    }

    @POST
    @Path("cancel")
    @RolesAllowed({
        Role.Names.SENDER,
        Role.Names.CUSTOMER,
        Role.Names.EXPORTER,
        Role.Names.AGENT,
        Role.Names.TENANT_ADMIN,
        Role.Names.PLATFORM_ADMIN
    })
    @Operation(summary = "It shall not happen; until it is on the road. What was paid is sent back")
    public BookingView cancel(@RestPath UUID bookingId, @NotNull @Valid CancelRequest request) {
        return act(bookingId, new Cancel(request.reason()));
    }

    @POST
    @Path("rating")
    @RolesAllowed({Role.Names.SENDER, Role.Names.CUSTOMER, Role.Names.EXPORTER, Role.Names.AGENT})
    @Operation(summary = "The sender rates the driver, once, after the delivery")
    public BookingView rate(@RestPath UUID bookingId, @NotNull @Valid RatingRequest request) {
        return act(bookingId, new Rate(request.stars()));
    }

    private BookingView act(UUID bookingId, Act act) {
        return BookingView.of(desk.act(caller, bookingId, act), caller);
    }
}
