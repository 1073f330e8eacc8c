package rw.ishemalink.booking.desk.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.ControlDesk;
import rw.ishemalink.booking.lifecycle.Command.Act;
import rw.ishemalink.booking.lifecycle.Command.ArriveAtBorder;
import rw.ishemalink.booking.lifecycle.Command.HoldAtBorder;
import rw.ishemalink.booking.lifecycle.Command.LeaveBorder;
import rw.ishemalink.booking.lifecycle.Command.ReleaseHold;
import rw.ishemalink.booking.terms.Text;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/** What customs inspectors do with an export at the border. What is sent again gives the same answer and leaves no trace. */
@Path("/api/bookings/{bookingId}/border")
@RunOnVirtualThread
@RolesAllowed(Role.Names.CUSTOMS_INSPECTOR)
public class BorderResource {

    private final ControlDesk desk;
    private final Caller caller;

    BorderResource(ControlDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** Why, where there is something to say. */
    public record RemarkRequest(
            @Size(max = 200) @Pattern(regexp = Text.PRINTABLE) @Nullable
            String reason) {}

    /** Why. */
    public record ReasonRequest(
            @NotBlank @Size(max = 200) @Pattern(regexp = Text.PRINTABLE)
            String reason) {}

    @POST
    @Path("arrive")
    @Operation(summary = "An export has come to the border")
    public BookingView arrive(@RestPath UUID bookingId, @Valid @Nullable RemarkRequest request) {
        return act(bookingId, new ArriveAtBorder(request == null ? null : request.reason()));
    }

    @POST
    @Path("hold")
    @Operation(summary = "Customs keep an export at the border, for one more reason; its sender is told")
    @APIResponse(responseCode = "409", description = "It does not stand at the border")
    public BookingView hold(@RestPath UUID bookingId, @NotNull @Valid ReasonRequest request) {
        return act(bookingId, new HoldAtBorder(TimeOrderedId.next(), request.reason()));
    }

    @POST
    @Path("holds/{holdId}/release")
    @Operation(summary = "One reason to hold an export is gone")
    @APIResponse(responseCode = "409", description = "There is no such hold")
    public BookingView release(@RestPath UUID bookingId, @RestPath UUID holdId, @NotNull @Valid ReasonRequest request) {
        return act(bookingId, new ReleaseHold(holdId, request.reason()));
    }

    @POST
    @Path("clear")
    @Operation(summary = "Customs let an export go")
    @APIResponse(responseCode = "409", description = "A hold stands, or it is not at the border")
    public BookingView clear(@RestPath UUID bookingId, @Valid @Nullable RemarkRequest request) {
        return act(bookingId, new LeaveBorder(request == null ? null : request.reason()));
    }

    private BookingView act(UUID bookingId, Act act) {
        return BookingView.of(desk.act(caller, bookingId, act));
    }
}
