package rw.ishemalink.payment.collecting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.collecting.MovementState.Created;
import rw.ishemalink.payment.collecting.MovementState.Failed;
import rw.ishemalink.payment.collecting.MovementState.Succeeded;
import rw.ishemalink.payment.collecting.store.MovementStore;
import rw.ishemalink.payment.collecting.store.PaymentStore;
import rw.ishemalink.payment.config.PaymentConfig;

/** Records what a provider answered. Decided on the locked rows as they are now, not as they were when it was asked. */
@ApplicationScoped
class Outcomes {

    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private final UnitOfWork unitOfWork;
    private final PaymentStore payments;
    private final MovementStore movements;
    private final Carrying carrying;
    private final PollSchedule schedule;

    Outcomes(
            UnitOfWork unitOfWork,
            PaymentStore payments,
            MovementStore movements,
            Carrying carrying,
            PaymentConfig config) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.movements = movements;
        this.carrying = carrying;
        this.schedule = PollSchedule.of(config);
    }

    void record(Claim claim, Answer answer) {
        Correlation.begin(claim.payment().terms().correlationId());
        try {
            unitOfWork.run(tx -> {
                Payment payment = payments.getLocked(tx.sql(), claim.payment().paymentId());
                Movement movement =
                        movements.getLocked(tx.sql(), claim.movement().reference());
                MovementState before = certain(claim, movement);
                switch (movement.kind()) {
                    case COLLECTION -> collected(tx, payment, movement, before, answer);
                    case REFUND -> refunded(tx, payment, movement, before, answer);
                }
            });
        } finally {
            Correlation.end();
        }
    }

    /** The claim counts an order as sent; the worker who holds the claim knows whether it really was. */
    private static MovementState certain(Claim claim, Movement now) {
        boolean ours = now.tries() == claim.movement().tries() + 1;
        return ours && claim.movement().state() instanceof Created ? new Created() : now.state();
    }

    private void collected(Tx tx, Payment payment, Movement movement, MovementState before, Answer answer) {
        boolean forgotten = movement.forgotten() && !payment.pending();
        MovementState after = MovementRules.after(before, answer, forgotten);
        var outcome = PaymentRules.collected(payment, movement.reference(), before, after, payments.now(tx.sql()));
        record(tx, payment, movement, outcome.attempt());
        carrying.out(tx, payment, outcome.decision());
    }

    private void refunded(Tx tx, Payment payment, Movement movement, MovementState before, Answer answer) {
        MovementState after = before.open() ? MovementRules.after(before, answer, false) : before;
        record(tx, payment, movement, after);
        if (before.equals(after)) {
            return;
        }
        if (after instanceof Succeeded) {
            boolean last = !movements.hasOtherOpenRefund(tx.sql(), movement);
            carrying.out(tx, payment, PaymentRules.refunded(payment, movement.reference(), last));
        }
        if (after instanceof Failed(String reason)) {
            LOG.errorf("refund %s was refused (%s); asking again later", movement.reference(), reason);
            Duration pause = schedule.pauseBeforeNewRefund(movement.number(), random());
            carrying.insertRefund(tx, payment, movement.getRefundOf(), movement.number() + 1, pause);
        }
    }

    private void record(Tx tx, Payment payment, Movement movement, MovementState after) {
        boolean over = movement.kind() == MovementKind.COLLECTION && !payment.pending();
        Optional<Duration> pause =
                after.open() ? Optional.of(schedule.pause(movement.tries(), over, random())) : Optional.empty();
        movements.record(tx.sql(), movement.in(after), pause);
    }

    private static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
