package rw.ishemalink.payment.collecting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that a provider was asked to move.
 *
 * @param reference ours; the provider's idempotency key
 * @param number 1, 2, 3 … among those of its kind
 * @param refundOf of a refund, the attempt whose money goes back
 * @param tries how often a worker took it up; tells one claim from the next
 * @param forgotten whether the last sending is so long ago that it cannot arrive any more
 */
public record Movement(
        UUID reference,
        UUID paymentId,
        MovementKind kind,
        int number,
        @Nullable UUID refundOf,
        MovementState state,
        int tries,
        boolean forgotten,
        Instant createdAt) {

    /** The attempt that this refund gives back. */
    public UUID getRefundOf() {
        if (refundOf == null) {
            throw new IllegalStateException("not a refund: " + reference);
        }
        return refundOf;
    }

    Movement in(MovementState newState) {
        return new Movement(reference, paymentId, kind, number, refundOf, newState, tries, forgotten, createdAt);
    }
}
