package rw.ishemalink.payment.reconciling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.ledger.Account;

/**
 * A difference that is looked into.
 *
 * @param number 1, 2, 3 … as they were opened
 * @param day the run that found it
 * @param tenant in whose books it stands
 * @param proposal what waits for a second person
 * @param resolution how it was resolved, or that it is left to the provider
 * @param unexplainedBy the transfer that took the difference into suspense
 */
public record Case(
        UUID caseId,
        long number,
        Provider provider,
        MovementKey key,
        LocalDate day,
        String tenant,
        Difference difference,
        Sides sides,
        Status status,
        @Nullable Proposal proposal,
        @Nullable Resolution resolution,
        UUID unexplainedBy,
        Instant openedAt,
        @Nullable Instant closedAt) {

    /** How far it is. */
    public enum Status {
        OPEN,
        /** Left to the provider; still in suspense. */
        WAITING,
        /** A person resolved it. */
        RESOLVED,
        /** Both sides came to agree. */
        EXPLAINED
    }

    /** What one person wants and another has to approve. */
    public record Proposal(Resolution resolution, String reason, UUID by) {

        Proposal carriedOutBy(UUID approver) {
            return new Proposal(resolution, reason, approver);
        }
    }

    public Difference.Kind kind() {
        return difference.kind();
    }

    /** Whether the difference still stands in suspense. */
    public boolean open() {
        return switch (status) {
            case OPEN, WAITING -> true;
            case RESOLVED, EXPLAINED -> false;
        };
    }

    /** Whether a person moved the difference on, so that our books tell it together with the movement. */
    public boolean counts() {
        return status == Status.RESOLVED && resolution != Resolution.COLLECT_LATE;
    }

    /** The account on which the provider's money stands. */
    public Account clearing() {
        return provider.clearing();
    }
}
