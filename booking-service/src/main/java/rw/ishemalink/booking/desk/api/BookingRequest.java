package rw.ishemalink.booking.desk.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.NewBooking;
import rw.ishemalink.booking.quote.api.QuoteRequest;

/** Books a quote, or a journey at today's price. */
public record BookingRequest(
        @Schema(description = "The quote that is booked; else give the journey") @Nullable
        UUID quoteId,

        @Schema(description = "What is booked at today's price; else give a quoteId") @Valid @Nullable
        QuoteRequest journey,

        @Schema(description = "Who is asked to pay; else the sender", examples = "+250788123456")
        @Pattern(regexp = Bounds.PHONE)
        @Nullable
        String payerPhone,

        @Schema(description = "Who receives an export") @Valid @Nullable
        ConsigneeRequest consignee,

        @Schema(description = "What the goods are worth, whole francs") @Min(0) @Max(Bounds.LARGEST_VALUE_RWF) @Nullable
        Long declaredValue,

        @Schema(description = "Who takes the goods; gets the delivery code by SMS at pick-up") @Valid @Nullable
        ReceiverRequest receiver,

        @Schema(description = "The taxpayer that buys, for a receipt that it can deduct") @Valid @Nullable
        BuyerRequest buyer,

        @Schema(description = "When the pick-up is wished for, at most 30 days ahead; absent: as soon as can be")
        @Nullable
        Instant scheduledFor,

        @Schema(description = "The client's key of this action: sent again, it gives the first answer") @Nullable
        UUID syncId,

        @Schema(description = "Whether it was made without network") @Nullable
        Boolean offlineCreated) {

    /** What is wished for, or 400 if it is neither a quote nor a journey, or both. */
    public NewBooking toNewBooking() {
        if ((quoteId == null) == (journey == null)) {
            throw badRequest("quote-or-journey");
        }
        return new NewBooking(
                quoteId,
                journey,
                payerPhone,
                consignee == null ? null : consignee.toConsignee(),
                declaredValue,
                receiver == null ? null : receiver.toReceiver(),
                buyer == null ? null : buyer.toBuyer(),
                scheduledFor,
                syncId,
                Boolean.TRUE.equals(offlineCreated));
    }
}
