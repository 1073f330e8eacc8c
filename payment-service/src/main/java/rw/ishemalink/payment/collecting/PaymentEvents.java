package rw.ishemalink.payment.collecting;

import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.payment.PaymentEvent;

/** Tells of changes on payment.events: keyed by the booking, in sequence by the payment's version. */
final class PaymentEvents {

    private PaymentEvents() {}

    static void publish(Tx tx, Change change) {
        Payment payment = change.after();
        PaymentEvent event = PaymentEvent.newBuilder()
                .setMetadata(tx.metadata(payment.terms().tenant(), payment.version()))
                .setChange(change.what())
                .setPayment(snapshot(payment))
                .build();
        tx.publish(Topics.PAYMENT_EVENTS, payment.terms().bookingId(), event);
    }

    private static rw.ishemalink.schemas.payment.Payment snapshot(Payment payment) {
        Terms terms = payment.terms();
        String currency = terms.amount().currency();
        return rw.ishemalink.schemas.payment.Payment.newBuilder()
                .setPaymentId(payment.paymentId())
                .setBookingId(terms.bookingId())
                .setStatus(rw.ishemalink.schemas.payment.PaymentStatus.valueOf(
                        payment.status().name()))
                .setProvider(rw.ishemalink.schemas.payment.Provider.valueOf(
                        payment.provider().name()))
                .setAmount(new Money(terms.amount().total(), currency))
                .setAttemptReference(payment.latestReference())
                .setAttempts(payment.attempts())
                .setProviderTransactionId(payment.transactionId())
                .setReason(payment.reason())
                .setSucceededAt(payment.succeededAt())
                .setCommission(payment.commission() == null ? null : new Money(payment.commission(), currency))
                .build();
    }
}
