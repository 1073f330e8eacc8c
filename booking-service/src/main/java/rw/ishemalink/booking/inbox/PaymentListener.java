package rw.ishemalink.booking.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import rw.ishemalink.booking.desk.FactDesk;
import rw.ishemalink.booking.lifecycle.Command.Fail;
import rw.ishemalink.booking.lifecycle.Command.RecordPayment;
import rw.ishemalink.booking.saga.Step;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.payment.PaymentEvent;

/** Hears what became of a payment. */
@ApplicationScoped
class PaymentListener implements InboxListener<PaymentEvent> {

    /** The note that mission C3 asks for. */
    private static final String TIMEOUT = "Auto-cancelled: payment timeout";

    private final FactDesk facts;

    PaymentListener(FactDesk facts) {
        this.facts = facts;
    }

    @Override
    public Class<PaymentEvent> eventType() {
        return PaymentEvent.class;
    }

    @Override
    public void handle(Tx tx, PaymentEvent event) {
        String tenant = event.getMetadata().getTenant();
        var payment = event.getPayment();
        switch (event.getChange()) {
            case SUCCEEDED -> facts.record(tx, tenant, payment.getBookingId(), new RecordPayment(paidAt(event)));
            case EXPIRED -> facts.record(tx, tenant, payment.getBookingId(), new Fail(TIMEOUT));
            case ATTEMPT_FAILED ->
                facts.note(
                        tx,
                        tenant,
                        payment.getBookingId(),
                        Objects.requireNonNullElse(payment.getReason(), "payment attempt failed"),
                        Step.PAYMENT);
            case UNKNOWN,
                    REQUESTED,
                    PROMPTED,
                    CANCELLED,
                    LATE,
                    REFUND_REQUESTED,
                    REFUNDED,
                    SHARED,
                    SHARE_TAKEN_BACK -> {}
        }
    }

    private static Instant paidAt(PaymentEvent event) {
        return Objects.requireNonNullElse(
                event.getPayment().getSucceededAt(), event.getMetadata().getOccurredAt());
    }
}
