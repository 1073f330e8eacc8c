package rw.ishemalink.payment.collecting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stands.
 *
 * @param provider who holds the kept money or, without any, is asked for it or sent it late
 * @param version 1, 2, 3 …: one more with each event about it
 * @param attempts number of attempts so far
 * @param latestReference our reference of the latest attempt
 * @param transactionId the provider's id of the latest money movement
 * @param reason why the latest attempt or the payment failed
 * @param succeededAt when the kept success was seen
 * @param commission what we keep of it, whole francs; null until it is shared out, and when that is undone
 */
public record Payment(
        UUID paymentId,
        Terms terms,
        Provider provider,
        PaymentStatus status,
        long version,
        int attempts,
        UUID latestReference,
        @Nullable String transactionId,
        @Nullable String reason,
        @Nullable Instant succeededAt,
        @Nullable Long commission) {

    /** A new payment with its first attempt. */
    public static Payment start(UUID paymentId, Terms terms, Provider provider, UUID reference) {
        return new Payment(paymentId, terms, provider, PaymentStatus.PENDING, 1, 1, reference, null, null, null, null);
    }

    Payment withAttempt(UUID reference, Provider asked) {
        return new Payment(
                paymentId,
                terms,
                asked,
                status,
                version + 1,
                attempts + 1,
                reference,
                transactionId,
                null,
                succeededAt,
                commission);
    }

    Payment next(PaymentStatus newStatus, @Nullable String newReason) {
        return new Payment(
                paymentId,
                terms,
                provider,
                newStatus,
                version + 1,
                attempts,
                latestReference,
                transactionId,
                newReason,
                succeededAt,
                commission);
    }

    Payment withSuccess(Provider holder, String newTransactionId, Instant at) {
        return new Payment(
                paymentId,
                terms,
                holder,
                PaymentStatus.SUCCEEDED,
                version + 1,
                attempts,
                latestReference,
                newTransactionId,
                null,
                at,
                commission);
    }

    /** Money that is not kept. The kept success, if there is one, stays what the payment tells of. */
    Payment withLateMoney(Provider holder, String lateTransactionId, Instant at) {
        boolean keeps = status == PaymentStatus.SUCCEEDED;
        return new Payment(
                paymentId,
                terms,
                keeps ? provider : holder,
                status,
                version + 1,
                attempts,
                latestReference,
                keeps ? transactionId : lateTransactionId,
                "money arrived when the payment was " + status,
                keeps ? succeededAt : at,
                commission);
    }

    Payment withCommission(@Nullable Long francs) {
        return new Payment(
                paymentId,
                terms,
                provider,
                status,
                version + 1,
                attempts,
                latestReference,
                transactionId,
                reason,
                succeededAt,
                francs);
    }

    public boolean pending() {
        return status == PaymentStatus.PENDING;
    }
}
