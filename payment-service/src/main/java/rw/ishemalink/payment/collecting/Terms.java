package rw.ishemalink.payment.collecting;

import java.time.Instant;
import java.util.UUID;

/**
 * What never changes about a payment.
 *
 * @param bookingId what it pays
 * @param tenant whose data it is
 * @param senderId the person who booked
 * @param payer the number that the booking names to pay; an attempt may ask another
 * @param trackingCode the booking's public code; the payer reads it in the prompt
 * @param correlationId of the request that confirmed the booking
 * @param expiresAt end of the payment window
 */
public record Terms(
        UUID bookingId,
        String tenant,
        UUID senderId,
        Msisdn payer,
        Amount amount,
        String trackingCode,
        String correlationId,
        Instant expiresAt) {}
