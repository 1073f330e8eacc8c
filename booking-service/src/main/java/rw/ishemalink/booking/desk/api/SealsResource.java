package rw.ishemalink.booking.desk.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.ControlDesk;
import rw.ishemalink.booking.lifecycle.Command.Act;
import rw.ishemalink.booking.lifecycle.Command.BreakSeal;
import rw.ishemalink.booking.lifecycle.Command.GiveCarnet;
import rw.ishemalink.booking.lifecycle.Command.PlaceSeal;
import rw.ishemalink.booking.lifecycle.SealKind;
import rw.ishemalink.booking.terms.Text;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/**
 * Carnet and seals of an export: of its sender, who declares it, until it departs; of customs inspectors until it is
 * delivered. What is sent again gives the same answer and leaves no trace.
 */
@Path("/api/bookings/{bookingId}")
@RunOnVirtualThread
public class SealsResource {

    private final ControlDesk desk;
    private final Caller caller;

    SealsResource(ControlDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** The transit guarantee; 35 characters is what a manifest can say of it. */
    public record CarnetRequest(
            @Schema(description = "Number of the RCTG carnet", examples = "RCTG/RW/2026/000123")
            @NotNull
            @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9/.-]{0,34}")
            String reference) {}

    /** A seal that is put on. */
    public record SealRequest(
            @Schema(examples = "RRA-0012345") @NotNull @Pattern(regexp = Bounds.SEAL)
            String number,

            @NotNull SealKind kind) {}

    /** A seal that was broken, and the one in its place. */
    public record BrokenRequest(
            @NotBlank @Size(max = 120) @Pattern(regexp = Text.PRINTABLE)
            String reason,

            @Schema(description = "Number of the seal in its place; absent where there is none")
            @Pattern(regexp = Bounds.SEAL)
            @Nullable
            String replacement,

            @Schema(description = "Kind of the replacement; absent: the same") @Nullable
            SealKind kind) {}

    @PUT
    @Path("carnet")
    @RolesAllowed({Role.Names.SENDER, Role.Names.EXPORTER, Role.Names.AGENT})
    @Operation(summary = "The exporter or declarant gives the number of the RCTG carnet, until the departure")
    @APIResponse(responseCode = "409", description = "It has departed, or crosses no border")
    public BookingView giveCarnet(@RestPath UUID bookingId, @NotNull @Valid CarnetRequest request) {
        return act(bookingId, new GiveCarnet(request.reference()));
    }

    @POST
    @Path("seals")
    @RolesAllowed({Role.Names.CUSTOMS_INSPECTOR, Role.Names.SENDER, Role.Names.EXPORTER, Role.Names.AGENT})
    @Operation(summary = "A seal is put on; a number is used once")
    @APIResponse(responseCode = "409", description = "The number is known, or the export has departed")
    public BookingView place(@RestPath UUID bookingId, @NotNull @Valid SealRequest request) {
        return act(bookingId, new PlaceSeal(request.number(), request.kind()));
    }

    @POST
    @Path("seals/{number}/break")
    @RolesAllowed({Role.Names.CUSTOMS_INSPECTOR, Role.Names.SENDER, Role.Names.EXPORTER, Role.Names.AGENT})
    @Operation(summary = "A seal was broken, with the reason and the seal in its place")
    @APIResponse(responseCode = "409", description = "No such seal, or it was broken before")
    public BookingView breakSeal(
            @RestPath UUID bookingId, @RestPath String number, @NotNull @Valid BrokenRequest request) {
        return act(bookingId, new BreakSeal(number, request.reason(), request.replacement(), request.kind()));
    }

    private BookingView act(UUID bookingId, Act act) {
        return BookingView.of(desk.act(caller, bookingId, act));
    }
}
