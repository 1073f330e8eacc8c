package rw.ishemalink.payment.payouts.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A wish to be paid.
 *
 * @param amount whole francs
 */
public record PayoutRequest(
        @Schema(description = "The client's key of this action: sent again, it gives the first answer") @NotNull
        UUID syncId,

        @Schema(description = "Whole francs; absent: all that is owed, as far as the day's maximum allows")
        @Positive
        @Nullable
        Long amount) {}
