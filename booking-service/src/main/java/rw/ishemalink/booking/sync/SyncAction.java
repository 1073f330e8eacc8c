package rw.ishemalink.booking.sync;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.api.BookingRequest;
import rw.ishemalink.booking.terms.Text;

/** One thing that somebody did without network, as their phone tells it and as the queue keeps it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SyncAction.Create.class, name = "CREATE"),
    @JsonSubTypes.Type(value = SyncAction.Confirm.class, name = "CONFIRM"),
    @JsonSubTypes.Type(value = SyncAction.AcceptManifest.class, name = "ACCEPT_MANIFEST"),
    @JsonSubTypes.Type(value = SyncAction.PickUp.class, name = "PICKUP"),
    @JsonSubTypes.Type(value = SyncAction.Deliver.class, name = "DELIVER"),
    @JsonSubTypes.Type(value = SyncAction.Cancel.class, name = "CANCEL"),
    @JsonSubTypes.Type(value = SyncAction.Positions.class, name = "POSITIONS")
})
@Schema(
        oneOf = {
            SyncAction.Create.class,
            SyncAction.Confirm.class,
            SyncAction.AcceptManifest.class,
            SyncAction.PickUp.class,
            SyncAction.Deliver.class,
            SyncAction.Cancel.class,
            SyncAction.Positions.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "CREATE", schema = SyncAction.Create.class),
            @DiscriminatorMapping(value = "CONFIRM", schema = SyncAction.Confirm.class),
            @DiscriminatorMapping(value = "ACCEPT_MANIFEST", schema = SyncAction.AcceptManifest.class),
            @DiscriminatorMapping(value = "PICKUP", schema = SyncAction.PickUp.class),
            @DiscriminatorMapping(value = "DELIVER", schema = SyncAction.Deliver.class),
            @DiscriminatorMapping(value = "CANCEL", schema = SyncAction.Cancel.class),
            @DiscriminatorMapping(value = "POSITIONS", schema = SyncAction.Positions.class)
        })
public sealed interface SyncAction {

    /** The client's key of this action: sent again, it gives the first answer. */
    UUID syncId();

    /** When it was done, by the phone's clock. */
    Instant clientTime();

    /** What is done to a booking: one that the caller knows by id, or one that they made without network. */
    sealed interface OnBooking extends SyncAction {

        @Nullable
        UUID bookingId();

        /** The sync id of the same person's CREATE. */
        @Nullable
        UUID bookingSyncId();
    }

    /** Books: what POST /api/bookings takes; its own sync id and the mark of being made without network do not count. */
    record Create(
            @NotNull UUID syncId,
            @NotNull Instant clientTime,
            @NotNull @Valid BookingRequest booking) implements SyncAction {}

    /** The sender agrees. */
    record Confirm(
            @NotNull UUID syncId,
            @NotNull Instant clientTime,
            @Nullable UUID bookingId,
            @Nullable UUID bookingSyncId) implements OnBooking {}

    /** The driver has read what is carried. */
    record AcceptManifest(
            @NotNull UUID syncId,
            @NotNull Instant clientTime,
            @Nullable UUID bookingId,
            @Nullable UUID bookingSyncId) implements OnBooking {}

    /** The driver has it. */
    record PickUp(
            @NotNull UUID syncId,
            @NotNull Instant clientTime,
            @Nullable UUID bookingId,
            @Nullable UUID bookingSyncId,
            @Pattern(regexp = "[0-9a-f]{64}") @Nullable String photoSha256)
            implements OnBooking {}

    /** The receiver has it, and gave their one-time code. */
    record Deliver(
            @NotNull UUID syncId,
            @NotNull Instant clientTime,
            @Nullable UUID bookingId,
            @Nullable UUID bookingSyncId,
            @Pattern(regexp = "\\d{6}") @Nullable String code,
            @Pattern(regexp = "[0-9a-f]{64}") @Nullable String photoSha256)
            implements OnBooking {

        /** Never the code: this text may reach logs. */
        @Override
        public String toString() {
            return "Deliver[" + syncId + "]";
        }
    }

    /** It shall not happen. */
    record Cancel(
            @NotNull UUID syncId,
            @NotNull Instant clientTime,
            @Nullable UUID bookingId,
            @Nullable UUID bookingSyncId,

            @NotBlank @Size(max = 200) @Pattern(regexp = Text.PRINTABLE)
            String reason)
            implements OnBooking {}

    /** The phone sends that many positions, recorded from then to then, to tracking: said here, none can be missing unseen. */
    record Positions(
            @NotNull UUID syncId,
            @NotNull Instant clientTime,
            @NotNull UUID batchId,
            @Min(1) @Max(100_000) int count,
            @NotNull Instant from,
            @NotNull Instant to)
            implements SyncAction {}

    /** What it is. */
    default ActionKind kind() {
        return switch (this) {
            case Create _ -> ActionKind.CREATE;
            case Confirm _ -> ActionKind.CONFIRM;
            case AcceptManifest _ -> ActionKind.ACCEPT_MANIFEST;
            case PickUp _ -> ActionKind.PICKUP;
            case Deliver _ -> ActionKind.DELIVER;
            case Cancel _ -> ActionKind.CANCEL;
            case Positions _ -> ActionKind.POSITIONS;
        };
    }
}
