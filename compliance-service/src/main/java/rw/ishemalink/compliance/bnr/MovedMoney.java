package rw.ishemalink.compliance.bnr;

import java.time.Instant;
import java.util.UUID;

/**
 * Money that a payer paid or got back.
 *
 * @param provider MTN or AIRTEL
 * @param providerTransactionId empty when the provider named none
 * @param outcome SUCCEEDED or REFUNDED
 */
public record MovedMoney(
        String tenant,
        UUID paymentId,
        UUID bookingId,
        String provider,
        String providerTransactionId,
        String outcome,
        long amountRwf,
        Instant movedAt) {}
