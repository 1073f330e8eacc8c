package rw.ishemalink.compliance.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import rw.ishemalink.compliance.bnr.BnrFeed;
import rw.ishemalink.compliance.bnr.MovedMoney;
import rw.ishemalink.compliance.report.store.FactStore;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.payment.Payment;
import rw.ishemalink.schemas.payment.PaymentEvent;

/** What a payment's changes mean here: the National Bank is told of money that moved. */
@ApplicationScoped
public class PaymentListener implements InboxListener<PaymentEvent> {

    private final BnrFeed feed;
    private final FactStore facts;

    PaymentListener(BnrFeed feed, FactStore facts) {
        this.feed = feed;
        this.facts = facts;
    }

    @Override
    public Class<PaymentEvent> eventType() {
        return PaymentEvent.class;
    }

    @Override
    public void handle(Tx tx, PaymentEvent event) {
        ReportFacts.find(event).ifPresent(fact -> facts.add(tx.sql(), fact));
        switch (event.getChange()) {
            case SUCCEEDED ->
                feed.publish(
                        tx,
                        moved(event, Objects.requireNonNull(event.getPayment().getSucceededAt(), "succeededAt")));
            case REFUNDED -> feed.publish(tx, moved(event, event.getMetadata().getOccurredAt()));
            case REQUESTED,
                    PROMPTED,
                    ATTEMPT_FAILED,
                    EXPIRED,
                    CANCELLED,
                    LATE,
                    REFUND_REQUESTED,
                    SHARED,
                    SHARE_TAKEN_BACK,
                    UNKNOWN -> {
                // Nothing that the feed tells of; late money is told of when it goes back.
            }
        }
    }

    private static MovedMoney moved(PaymentEvent event, Instant movedAt) {
        Payment payment = event.getPayment();
        String transactionId = payment.getProviderTransactionId();
        return new MovedMoney(
                event.getMetadata().getTenant(),
                payment.getPaymentId(),
                payment.getBookingId(),
                payment.getProvider().name(),
                transactionId == null ? "" : transactionId,
                event.getChange().name(),
                Francs.of(payment.getAmount()),
                movedAt);
    }
}
