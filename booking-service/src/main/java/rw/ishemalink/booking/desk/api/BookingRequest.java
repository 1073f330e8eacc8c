package rw.ishemalink.booking.desk.api;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.NewBooking;
import rw.ishemalink.booking.lifecycle.Consignee;
import rw.ishemalink.booking.lifecycle.Receiver;

/** Books a quote. */
public record BookingRequest(
        @NotNull UUID quoteId,

        @Schema(description = "Who is asked to pay; else the sender", examples = "+250788123456")
        @Pattern(regexp = "\\+2507[2389]\\d{7}")
        @Nullable
        String payerPhone,

        @Schema(description = "Who receives an export") @Valid @Nullable
        ConsigneeRequest consignee,

        @Schema(description = "What the goods are worth, whole francs") @Min(0) @Max(1_000_000_000_000L) @Nullable
        Long declaredValue,

        @Schema(description = "Who takes the goods; gets the delivery code by SMS at pick-up") @Valid @Nullable
        ReceiverRequest receiver,

        @Schema(description = "When the pick-up is wished for, at most 30 days ahead; absent: as soon as can be")
        @Nullable
        Instant scheduledFor,

        @Schema(description = "The client's key of this action: sent again, it gives the first answer") @Nullable
        UUID syncId,

        @Schema(description = "Whether it was made without network") @Nullable
        Boolean offlineCreated) {

    /** Who receives an export. */
    public record ConsigneeRequest(
            @NotBlank @Size(max = 150) String name,
            @NotBlank @Size(max = 255) String address) {}

    /** Who takes the goods. */
    public record ReceiverRequest(
            @NotBlank @Size(max = 150) String name,

            @NotNull @Pattern(regexp = "\\+2507[2389]\\d{7}")
            String phone) {}

    /** What the request asks for. */
    public NewBooking toNewBooking() {
        return new NewBooking(
                quoteId,
                payerPhone,
                consignee == null ? null : new Consignee(consignee.name(), consignee.address()),
                declaredValue,
                receiver == null ? null : new Receiver(receiver.name(), receiver.phone()),
                scheduledFor,
                syncId,
                Boolean.TRUE.equals(offlineCreated));
    }
}
