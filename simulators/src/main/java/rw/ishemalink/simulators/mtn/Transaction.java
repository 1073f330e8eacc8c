package rw.ishemalink.simulators.mtn;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An accepted operation with its plan; how it stands depends on the time alone. */
public record Transaction(
        Kind kind,
        UUID reference,
        String apiUser,
        Terms terms,
        @Nullable Party party,
        @Nullable String callbackUrl,
        Instant acceptedAt,
        Plan plan,
        long number) {

    /** What kind of operation, and whether its party is payer or payee. */
    public enum Kind {
        REQUEST_TO_PAY,
        TRANSFER,
        REFUND
    }

    Instant decidedAt() {
        return acceptedAt.plus(plan.after());
    }

    Verdict verdict(Instant now) {
        return now.isBefore(decidedAt()) ? new Verdict(plan.waiting(), null) : plan.verdict();
    }

    boolean successful(Instant now) {
        return verdict(now).status() == Status.SUCCESSFUL;
    }
}
