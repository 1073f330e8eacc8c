package rw.ishemalink.simulators.money;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An accepted operation with its plan; how it stands depends on the time alone.
 *
 * @param reference the merchant's key for it
 * @param merchant who ordered it
 * @param callbackUrl where its end is reported; null if nowhere
 * @param refundOf of a refund, the reference of what goes back
 * @param number the operator's own
 */
public record Transaction(
        Kind kind,
        String reference,
        String merchant,
        Terms terms,
        @Nullable Party party,
        @Nullable String callbackUrl,
        @Nullable String refundOf,
        Instant acceptedAt,
        Plan plan,
        long number) {

    /** What kind of operation, and whether its party is payer or payee. */
    public enum Kind {
        COLLECTION,
        TRANSFER,
        REFUND
    }

    public Instant decidedAt() {
        return acceptedAt.plus(plan.after());
    }

    public Verdict verdict(Instant now) {
        return now.isBefore(decidedAt()) ? new Verdict(plan.waiting(), null) : plan.verdict();
    }

    public boolean successful(Instant now) {
        return verdict(now).status() == Status.SUCCESSFUL;
    }
}
