package rw.ishemalink.booking.desk.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.ControlDesk;
import rw.ishemalink.booking.desk.Handover;
import rw.ishemalink.booking.lifecycle.Command.AcceptManifest;
import rw.ishemalink.booking.lifecycle.Command.Act;
import rw.ishemalink.booking.lifecycle.Command.PickUp;
import rw.ishemalink.booking.lifecycle.Proof;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;

/** What drivers do with a booking. Bodies may be absent; the time is then that of the request. */
@Path("/api/bookings/{bookingId}")
@RunOnVirtualThread
public class RoadResource {

    private final ControlDesk desk;
    private final Caller caller;

    RoadResource(ControlDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    /** When the driver read the manifest. */
    public record ManifestRequest(
            @Schema(description = "By the phone's clock") @Nullable
            Instant recordedAt) {}

    /** What shows that the driver has it. */
    public record PickUpRequest(
            @Schema(description = "SHA-256 of a photograph, 64 hexadecimal digits")
            @Pattern(regexp = Bounds.SHA_256)
            @Nullable
            String photoSha256,

            @Schema(description = "By the phone's clock") @Nullable
            Instant recordedAt) {}

    /** What shows that the receiver has it. */
    public record DeliverRequest(
            @Schema(description = "The receiver's six digits; goods are handed over against them")
            @Pattern(regexp = "\\d{6}")
            @Nullable
            String code,

            @Schema(description = "SHA-256 of a photograph, 64 hexadecimal digits")
            @Pattern(regexp = Bounds.SHA_256)
            @Nullable
            String photoSha256,

            @Schema(description = "By the phone's clock") @Nullable
            Instant recordedAt) {}

    @POST
    @Path("accept-manifest")
    @RolesAllowed(Role.Names.DRIVER)
    @Operation(summary = "The assigned driver has read what is carried")
    public BookingView acceptManifest(@RestPath UUID bookingId, @Valid @Nullable ManifestRequest request) {
        return act(bookingId, new AcceptManifest(recordedAt(request == null ? null : request.recordedAt())));
    }

    @POST
    @Path("pickup")
    @RolesAllowed(Role.Names.DRIVER)
    @Operation(summary = "The assigned driver has it")
    public BookingView pickUp(@RestPath UUID bookingId, @Valid @Nullable PickUpRequest request) {
        Proof proof = request == null
                ? Proof.at(recordedAt(null))
                : new Proof(recordedAt(request.recordedAt()), Proof.Code.NONE, request.photoSha256());
        return act(bookingId, new PickUp(proof));
    }

    @POST
    @Path("deliver")
    @RolesAllowed(Role.Names.DRIVER)
    @Operation(summary = "The receiver has it; goods are handed over against the receiver's code")
    public BookingView deliver(@RestPath UUID bookingId, @Valid @Nullable DeliverRequest request) {
        Handover handover = request == null
                ? new Handover(null, null, recordedAt(null))
                : new Handover(request.code(), request.photoSha256(), recordedAt(request.recordedAt()));
        return BookingView.of(desk.deliver(caller, bookingId, handover));
    }

    private BookingView act(UUID bookingId, Act act) {
        return BookingView.of(desk.act(caller, bookingId, act));
    }

    private static Instant recordedAt(@Nullable Instant given) {
        return RecordedTime.of(given, Instant.now());
    }
}
