package rw.ishemalink.analytics.facts;

import java.time.Instant;
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
        @Nullable Long commissionFrancs) {}
