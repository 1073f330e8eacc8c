package rw.ishemalink.payment.collecting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that a provider was asked to move.
 *
 * @param reference ours; the provider's idempotency key
 * @param number 1, 2, 3 … among those of its kind
 * @param wallet from whom, or back to whom
 * @param refundOf of a refund, the collection whose money goes back
 * @param tries how often a worker took it up; tells one claim from the next
 * @param forgotten whether the last sending is so long ago that it cannot arrive any more
 * @param leftBehind whether the payer went on with another wallet before anybody knew whether this one was asked
 */
public record Movement(
        UUID reference,
        UUID paymentId,
        MovementKind kind,
        int number,
        Wallet wallet,
        @Nullable Charge refundOf,
        MovementState state,
        int tries,
        boolean forgotten,
        boolean leftBehind,
        Instant createdAt) {

    /** The collection that this refund gives back. */
    public Charge getRefundOf() {
        if (refundOf == null) {
            throw new IllegalStateException("not a refund: " + reference);
        }
        return refundOf;
    }

    /** An attempt that is under way and that nobody has turned away from. */
    boolean bars() {
        return kind == MovementKind.COLLECTION && state.open() && !leftBehind;
    }

    Movement in(MovementState newState) {
        return new Movement(
                reference,
                paymentId,
                kind,
                number,
                wallet,
                refundOf,
                newState,
                tries,
                forgotten,
                leftBehind,
                createdAt);
    }
}
