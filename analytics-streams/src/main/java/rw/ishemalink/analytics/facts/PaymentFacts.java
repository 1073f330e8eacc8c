package rw.ishemalink.analytics.facts;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.payment.PaymentStatus;

/**
 * What {@code payment.events} tells; units as in the contract of {@code booking.facts}.
 *
 * @param sequence of the latest event that is in it
 * @param provider MTN or AIRTEL
 * @param attempts how often money was asked for
 * @param endedAt when it succeeded, expired or was cancelled; null while it is open
 * @param commissionFrancs null until the price is shared out
 */
public record PaymentFacts(
        long sequence,
        String provider,
        PaymentStatus status,
        int attempts,
        @Nullable Instant endedAt,
        @Nullable Long commissionFrancs) {

    /** Both together: the later event's word, and when it ended from whoever heard of that first. */
    static @Nullable PaymentFacts latest(@Nullable PaymentFacts one, @Nullable PaymentFacts other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.sequence >= other.sequence ? one.after(other) : other.after(one);
    }

    private PaymentFacts after(PaymentFacts earlier) {
        Instant ended = endsAlike(status, earlier.status) ? Booked.earliest(endedAt, earlier.endedAt) : endedAt;
        return new PaymentFacts(sequence, provider, status, attempts, ended, commissionFrancs);
    }

    /** Whether both are open, or both came, or neither did: a refund ends nothing anew. */
    static boolean endsAlike(PaymentStatus one, PaymentStatus other) {
        return came(one) == came(other) && (one == PaymentStatus.PENDING) == (other == PaymentStatus.PENDING);
    }

    private static boolean came(PaymentStatus status) {
        return switch (status) {
            case SUCCEEDED, REFUNDING, REFUNDED -> true;
            case PENDING, EXPIRED, CANCELLED, UNKNOWN -> false;
        };
    }

    /** Whether the money is given back, or is about to be. */
    boolean wentBack() {
        return switch (status) {
            case REFUNDING, REFUNDED -> true;
            case UNKNOWN, PENDING, SUCCEEDED, EXPIRED, CANCELLED -> false;
        };
    }

    static boolean countsLike(@Nullable PaymentFacts one, @Nullable PaymentFacts other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.provider.equals(other.provider)
                && one.status == other.status
                && one.attempts == other.attempts
                && Objects.equals(one.endedAt, other.endedAt)
                && Objects.equals(one.commissionFrancs, other.commissionFrancs);
    }
}
