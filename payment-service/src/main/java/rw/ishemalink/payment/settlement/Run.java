package rw.ishemalink.payment.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The settlement of one day of a tenant.
 *
 * @param number in the order in which runs were opened
 * @param day in Kigali
 * @param span the day's places in the tenant's chain, which never change any more
 * @param cursor how far it is: account number, or place in the chain
 * @param requestedBy who asked for it; null for the timer
 * @param finishedAt null while it is under way
 */
public record Run(
        UUID runId,
        long number,
        String tenant,
        RunKind kind,
        LocalDate day,
        Span span,
        long cursor,
        @Nullable UUID requestedBy,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /**
     * Places in a tenant's chain.
     *
     * @param from the last one before
     * @param through the last one
     */
    public record Span(long from, long through) {}

    public boolean done() {
        return finishedAt != null;
    }
}
