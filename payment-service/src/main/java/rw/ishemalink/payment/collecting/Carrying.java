package rw.ishemalink.payment.collecting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.payment.collecting.store.MovementStore;
import rw.ishemalink.payment.collecting.store.PaymentStore;
import rw.ishemalink.payment.ledger.Ledger;

/** Carries out a decision: row, events, refunds and postings in the caller's transaction. */
@ApplicationScoped
class Carrying {

    private final PaymentStore payments;
    private final MovementStore movements;
    private final Ledger ledger;

    Carrying(PaymentStore payments, MovementStore movements, Ledger ledger) {
        this.payments = payments;
        this.movements = movements;
        this.ledger = ledger;
    }

    /** The payment was locked before it was decided on. */
    void out(Tx tx, Payment before, Decision decision) {
        if (!decision.changes().isEmpty()) {
            payments.update(tx.sql(), decision.changes().getLast().after(), before.version());
        }
        decision.changes().forEach(change -> PaymentEvents.publish(tx, change));
        decision.refunds().forEach(attempt -> insertRefund(tx, before, attempt, 1, Duration.ZERO));
        decision.transfers()
                .forEach(transfer -> ledger.post(tx.sql(), before.terms().tenant(), before.paymentId(), transfer));
    }

    /** A new refund of that attempt. Its reference is a version 4 UUID, as MTN demands. */
    void insertRefund(Tx tx, Payment payment, UUID attempt, int number, Duration pause) {
        movements.insert(
                tx.sql(),
                UUID.randomUUID(),
                payment.paymentId(),
                payment.terms().tenant(),
                MovementKind.REFUND,
                number,
                attempt,
                pause);
    }

    /** A new attempt, under a reference that the payment already names. */
    void insertAttempt(Tx tx, Payment payment) {
        movements.insert(
                tx.sql(),
                payment.latestReference(),
                payment.paymentId(),
                payment.terms().tenant(),
                MovementKind.COLLECTION,
                payment.attempts(),
                null,
                Duration.ZERO);
    }
}
