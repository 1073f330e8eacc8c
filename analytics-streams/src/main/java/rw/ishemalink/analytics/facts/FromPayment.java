package rw.ishemalink.analytics.facts;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.analytics.FactSource;
import rw.ishemalink.schemas.payment.Payment;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.payment.PaymentStatus;

/** Reads facts out of {@code payment.events}. */
final class FromPayment {

    private FromPayment() {}

    /**
     * What is known after the event; empty when it is not newer, or of a status that this build does not know.
     *
     * @throws UncountableEventException when the money is not francs
     */
    static Optional<Facts> after(Facts before, PaymentEvent event) {
        long sequence = event.getMetadata().getSequence();
        PaymentFacts known = before.payment();
        if (event.getPayment().getStatus() == PaymentStatus.UNKNOWN
                || (known != null && sequence <= known.sequence())) {
            return Optional.empty();
        }
        return Optional.of(before.with(payment(known, event))
                .with(Timeline.entry(
                        FactSource.PAYMENT,
                        event.getChange().name(),
                        sequence,
                        null,
                        event.getMetadata().getOccurredAt())));
    }

    private static PaymentFacts payment(@Nullable PaymentFacts known, PaymentEvent event) {
        Payment payment = event.getPayment();
        long unused = Francs.of(payment.getAmount());
        Money commission = payment.getCommission();
        return new PaymentFacts(
                event.getMetadata().getSequence(),
                payment.getProvider().name(),
                payment.getStatus(),
                payment.getAttempts(),
                endedAt(known, payment, event.getMetadata().getOccurredAt()),
                commission == null ? null : Francs.of(commission));
    }

    private static @Nullable Instant endedAt(@Nullable PaymentFacts known, Payment payment, Instant at) {
        if (payment.getStatus() == PaymentStatus.PENDING) {
            return null;
        }
        if (payment.getSucceededAt() != null) {
            return payment.getSucceededAt();
        }
        if (known == null || known.endedAt() == null || !PaymentFacts.endsAlike(known.status(), payment.getStatus())) {
            return at;
        }
        return known.endedAt();
    }
}
