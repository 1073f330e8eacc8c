package rw.ishemalink.payment.collecting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.payment.collecting.MovementState.Succeeded;
import rw.ishemalink.payment.collecting.store.Leases.Known;
import rw.ishemalink.payment.collecting.store.MovementStore;
import rw.ishemalink.payment.collecting.store.PaymentStore;
import rw.ishemalink.payment.collecting.store.PaymentStore.Seen;

/**
 * Money of an attempt that our books hold undone, though the provider's statement shows it and a person believes the
 * statement: the rules are the same as if the provider had answered so.
 */
@ApplicationScoped
public class LateMoney {

    private final PaymentStore payments;
    private final MovementStore movements;
    private final Carrying carrying;

    LateMoney(PaymentStore payments, MovementStore movements, Carrying carrying) {
        this.payments = payments;
        this.movements = movements;
        this.carrying = carrying;
    }

    /** Books it; false when there is no such attempt, or it has moved by now, or was never sent. */
    public boolean book(Tx tx, UUID attempt, String transactionId) {
        return movements
                .findPaymentId(tx.sql(), attempt)
                .map(paymentId -> book(tx, payments.getLocked(tx.sql(), paymentId), attempt, transactionId))
                .orElse(false);
    }

    private boolean book(Tx tx, Seen seen, UUID attempt, String transactionId) {
        Payment payment = seen.payment();
        Movement movement = movements.listLocked(tx.sql(), List.of(attempt)).getFirst();
        if (movement.kind() != MovementKind.COLLECTION || !mayHaveMoved(movement.state())) {
            return false;
        }
        var outcome = PaymentRules.collected(payment, movement, new Succeeded(transactionId), seen.at());
        movements.record(tx.sql(), List.of(new Known(attempt, outcome.attempt(), Optional.empty())));
        carrying.out(tx, payment, outcome.decision());
        return true;
    }

    private static boolean mayHaveMoved(MovementState state) {
        return switch (state) {
            case MovementState.Unknown _, MovementState.Prompted _, MovementState.Failed _ -> true;
            case MovementState.Created _, MovementState.Succeeded _, MovementState.Surplus _ -> false;
        };
    }
}
