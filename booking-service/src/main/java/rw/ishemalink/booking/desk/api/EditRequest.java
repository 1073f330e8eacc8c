package rw.ishemalink.booking.desk.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.desk.Revision;
import rw.ishemalink.booking.quote.api.QuoteRequest;

/** Changes a draft. What is absent stays as it is; what the booking shall do without is named in drop. */
public record EditRequest(
        @Schema(description = "A new quote, whose journey and price the booking takes on") @Nullable
        UUID quoteId,

        @Schema(description = "A new journey, at today's price; not together with a quoteId") @Valid @Nullable
        QuoteRequest journey,

        @Schema(description = "Who is asked to pay", examples = "+250788123456")
        @Pattern(regexp = Bounds.PHONE)
        @Nullable
        String payerPhone,

        @Valid @Nullable ConsigneeRequest consignee,

        @Schema(description = "What the goods are worth, whole francs") @Min(0) @Max(Bounds.LARGEST_VALUE_RWF) @Nullable
        Long declaredValue,

        @Valid @Nullable ReceiverRequest receiver,

        @Schema(description = "The taxpayer that buys, for a receipt that it can deduct") @Valid @Nullable
        BuyerRequest buyer,

        @Schema(description = "When the pick-up is wished for, at most 30 days ahead") @Nullable
        Instant scheduledFor,

        @Schema(description = "What it shall have no more") @Nullable
        Set<Revision.@NotNull Part> drop) {

    Revision toRevision() {
        if (quoteId != null && journey != null) {
            throw badRequest("quote-or-journey");
        }
        return new Revision(
                quoteId,
                journey,
                payerPhone,
                consignee == null ? null : consignee.toConsignee(),
                declaredValue,
                receiver == null ? null : receiver.toReceiver(),
                buyer == null ? null : buyer.toBuyer(),
                scheduledFor,
                drop == null ? Set.of() : drop);
    }
}
