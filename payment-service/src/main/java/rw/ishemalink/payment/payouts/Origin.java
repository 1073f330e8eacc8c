package rw.ishemalink.payment.payouts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why there is a payout: somebody asked for it, or a settlement run came to it.
 *
 * @param requestedBy who asked for the payout or the run; null for a run by the timer
 * @param syncId the client's key of what was asked for; null in a run
 * @param askedRwf what was asked for; null for all that is owed
 * @param runId the settlement run; null of what was asked for
 */
public record Origin(
        @Nullable UUID requestedBy,
        @Nullable UUID syncId,
        @Nullable Long askedRwf,
        @Nullable UUID runId) {

    public static Origin request(UUID requestedBy, UUID syncId, @Nullable Long askedRwf) {
        return new Origin(requestedBy, syncId, askedRwf, null);
    }

    public static Origin run(UUID runId, @Nullable UUID requestedBy) {
        return new Origin(requestedBy, null, null, runId);
    }
}
