package rw.ishemalink.payment.reconciling;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.ledger.Subject;

/**
 * A movement of money as our books have it.
 *
 * @param reference ours
 * @param key what the provider's statement calls it
 * @param subject what it is booked under
 * @param askable whether the provider may be asked about it once more
 * @param amountRwf what it is about, moved or not, whole francs
 * @param feeRwf what is booked as the provider's charge for it
 * @param owed where it stands that someone is owed the money
 * @param createdAt the provider cannot have moved it before
 * @param movedAt when it was booked as moved; null if it was not
 */
public record OurSide(
        UUID reference,
        MovementKey key,
        String tenant,
        Subject subject,
        State state,
        boolean askable,
        long amountRwf,
        long feeRwf,
        Owed owed,
        Instant createdAt,
        @Nullable Instant movedAt) {

    /** How it ended. */
    public enum State {
        /** Nobody knows yet. */
        OPEN,
        MOVED,
        FAILED
    }

    public boolean moved() {
        return state == State.MOVED;
    }

    /** The same with what is booked as its fee. */
    public OurSide withFee(long bookedRwf) {
        return new OurSide(
                reference, key, tenant, subject, state, askable, amountRwf, bookedRwf, owed, createdAt, movedAt);
    }
}
