package rw.ishemalink.payment.collecting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.payment.collecting.store.MovementStore;
import rw.ishemalink.payment.collecting.store.PaymentStore;
import rw.ishemalink.payment.config.PaymentConfig;
import rw.ishemalink.schemas.payment.PaymentChange;

/** What bookings and people can do to a payment. */
@ApplicationScoped
public class Payments {

    /** A payment with its attempts and refunds. */
    public record Seen(Payment payment, List<Movement> movements) {}

    private final UnitOfWork unitOfWork;
    private final PaymentStore payments;
    private final MovementStore movements;
    private final Carrying carrying;
    private final PaymentConfig config;

    Payments(
            UnitOfWork unitOfWork,
            PaymentStore payments,
            MovementStore movements,
            Carrying carrying,
            PaymentConfig config) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.movements = movements;
        this.carrying = carrying;
        this.config = config;
    }

    /** Starts the payment of a booking with its first attempt; a booking that has one keeps it. */
    public void start(Tx tx, Terms terms) {
        Payment payment = Payment.start(TimeOrderedId.next(), terms, UUID.randomUUID());
        if (payments.insert(tx.sql(), payment)) {
            carrying.insertAttempt(tx, payment);
            PaymentEvents.publish(tx, new Change(PaymentChange.REQUESTED, payment));
        }
    }

    /** The booking was cancelled or failed: what is pending ends, what was paid goes back. */
    public void bookingEnded(Tx tx, String tenant, UUID bookingId) {
        payments.findLockedByBooking(tx.sql(), tenant, bookingId)
                .ifPresent(payment ->
                        carrying.out(tx, payment, PaymentRules.bookingEnded(payment, keptOrLatest(tx, payment))));
    }

    private UUID keptOrLatest(Tx tx, Payment payment) {
        return movements.listByPayment(tx.sql(), payment.paymentId()).stream()
                .filter(movement -> movement.kind() == MovementKind.COLLECTION
                        && movement.state() instanceof MovementState.Succeeded)
                .map(Movement::reference)
                .findFirst()
                .orElse(payment.latestReference());
    }

    /**
     * A further attempt, asked for by the sender or the payer.
     *
     * @throws ProblemException 404 when the caller may not know of it, 403 when it is not the caller's, 409 when it is
     *     over or an attempt is still open, 429 when it was tried too often
     */
    public Seen retry(Caller caller, UUID paymentId) {
        return unitOfWork.call(tx -> {
            Payment payment = payments.findLocked(tx.sql(), caller.tenant(), paymentId)
                    .filter(found -> PaymentAccess.mayRead(caller, found))
                    .orElseThrow(() -> ProblemException.notFound("no-payment"));
            checkRetry(tx, caller, payment);
            Decision decision = PaymentRules.retry(payment, UUID.randomUUID());
            carrying.out(tx, payment, decision);
            Payment retried = decision.changes().getLast().after();
            carrying.insertAttempt(tx, retried);
            return new Seen(retried, movements.listByPayment(tx.sql(), paymentId));
        });
    }

    private void checkRetry(Tx tx, Caller caller, Payment payment) {
        if (!PaymentAccess.owns(caller, payment)) {
            throw ProblemException.forbidden("not-your-payment");
        }
        boolean inTime = payments.now(tx.sql()).isBefore(payment.terms().expiresAt());
        if (!payment.pending() || !inTime) {
            throw ProblemException.conflict(
                    "payment-over",
                    payment.pending()
                            ? PaymentStatus.EXPIRED.name()
                            : payment.status().name());
        }
        if (movements.listByPayment(tx.sql(), payment.paymentId()).stream()
                .anyMatch(movement -> movement.state().open())) {
            throw ProblemException.conflict("attempt-open");
        }
        if (payment.attempts() >= config.maxAttempts()) {
            throw ProblemException.tooManyRequests("too-many-attempts", payment.attempts());
        }
    }

    /** The payment of that booking, if the caller may know of it. */
    public Optional<Seen> findByBooking(Caller caller, UUID bookingId) {
        return unitOfWork.read(sql -> payments.findByBooking(sql, caller.tenant(), bookingId)
                .filter(payment -> PaymentAccess.mayRead(caller, payment))
                .map(payment -> new Seen(payment, movements.listByPayment(sql, payment.paymentId()))));
    }

    /** A provider's callback: the movement is asked about at once. False when no movement has the reference. */
    public boolean hint(UUID reference) {
        return unitOfWork.call(tx -> movements.hint(tx.sql(), reference));
    }
}
