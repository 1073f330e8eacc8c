package rw.ishemalink.payment.reconciling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done about a case.
 *
 * @param person who did; null: reconciliation itself
 * @param transferId what it booked
 */
public record Act(
        What what,
        @Nullable Resolution resolution,
        @Nullable String reason,
        @Nullable UUID person,
        @Nullable UUID transferId,
        Instant at) {

    /** What. */
    public enum What {
        OPENED,
        /** Waits for another person's approval. */
        PROPOSED,
        RESOLVED,
        LEFT_TO_PROVIDER,
        EXPLAINED
    }
}
