package rw.ishemalink.analytics.law;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.analytics.law.Fact.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.payment.Payment;
import rw.ishemalink.schemas.payment.PaymentEvent;

/** Reads out of a payment's events whether the booking's price is with us. */
final class PaymentFacts {

    private PaymentFacts() {}

    static Heard of(PaymentEvent event) {
        return new Heard(
                Topics.PAYMENT_EVENTS,
                event.getPayment().getBookingId(),
                event.getMetadata().getTenant(),
                findMoney(event).map(List::<Fact>of).orElse(List.of()));
    }

    /** Of a second success that goes back the payment stays SUCCEEDED: the status decides, not the change. */
    private static Optional<Money> findMoney(PaymentEvent event) {
        Payment payment = event.getPayment();
        return switch (payment.getStatus()) {
            case SUCCEEDED -> Optional.of(new Money(earlier(event), payment.getPaymentId(), false));
            case REFUNDING, REFUNDED ->
                Optional.of(new Money(event.getMetadata().getOccurredAt(), payment.getPaymentId(), true));
            case PENDING, EXPIRED, CANCELLED, UNKNOWN -> Optional.empty();
        };
    }

    private static Instant earlier(PaymentEvent event) {
        Instant told = event.getMetadata().getOccurredAt();
        Instant succeededAt = event.getPayment().getSucceededAt();
        return succeededAt != null && succeededAt.isBefore(told) ? succeededAt : told;
    }
}
