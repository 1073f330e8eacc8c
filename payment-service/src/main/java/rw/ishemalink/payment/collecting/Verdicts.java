package rw.ishemalink.payment.collecting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import rw.ishemalink.payment.collecting.Carrying.Decided;
import rw.ishemalink.payment.collecting.MovementState.Failed;
import rw.ishemalink.payment.collecting.MovementState.Succeeded;
import rw.ishemalink.payment.collecting.Outcomes.Outcome;
import rw.ishemalink.payment.collecting.store.Leases.Known;
import rw.ishemalink.payment.collecting.store.PaymentStore.Seen;
import rw.ishemalink.payment.config.PaymentConfig;

/** What a provider's answer comes to, on the rows as they are; nothing is written here. */
@ApplicationScoped
class Verdicts {

    private static final Logger LOG = Logger.getLogger(Verdicts.class);

    /**
     * Of one outcome.
     *
     * @param known what is now known of the movement
     * @param again the refund that takes the place of one that was refused
     */
    record Verdict(Known known, Decided decided, Optional<NewRefund> again) {}

    private final PollSchedule schedule;

    Verdicts(PaymentConfig config) {
        this.schedule = PollSchedule.of(config);
    }

    /**
     * Of that outcome.
     *
     * @param last whether no other refund of this payment is open; asked only if money went back
     */
    Verdict of(Seen seen, Movement movement, Outcome outcome, BooleanSupplier last) {
        Movement claimed = outcome.claim().movement();
        MovementState before =
                MovementRules.certain(claimed.state(), claimed.tries(), movement.state(), movement.tries());
        return switch (movement.kind()) {
            case COLLECTION -> collected(seen, movement, before, outcome.answer());
            case REFUND -> refunded(seen.payment(), movement, before, outcome.answer(), last);
        };
    }

    private Verdict collected(Seen seen, Movement movement, MovementState before, Answer answer) {
        Payment payment = seen.payment();
        boolean forgotten = movement.forgotten() && (!payment.pending() || movement.leftBehind());
        MovementState after = MovementRules.after(before, answer, forgotten);
        var collected = PaymentRules.collected(payment, movement.in(before), after, seen.at());
        Known known = known(movement, collected.attempt(), !payment.pending());
        return new Verdict(known, new Decided(payment, collected.decision()), Optional.empty());
    }

    private Verdict refunded(
            Payment payment, Movement movement, MovementState before, Answer answer, BooleanSupplier last) {
        MovementState after = before.open() ? MovementRules.after(before, answer, false) : before;
        Known known = known(movement, after, false);
        if (!before.equals(after) && after instanceof Succeeded) {
            Decision back = PaymentRules.refunded(payment, movement, last.getAsBoolean());
            return new Verdict(known, new Decided(payment, back), Optional.empty());
        }
        if (!before.equals(after) && after instanceof Failed(String reason)) {
            LOG.errorf("refund %s was refused (%s); asking again later", movement.reference(), reason);
            return new Verdict(known, new Decided(payment, Decision.NOTHING), Optional.of(again(movement)));
        }
        return new Verdict(known, new Decided(payment, Decision.NOTHING), Optional.empty());
    }

    private NewRefund again(Movement refund) {
        Duration pause = schedule.pauseBeforeNewRefund(refund.number(), random());
        return new NewRefund(refund.getRefundOf().reference(), refund.number() + 1, pause);
    }

    private Known known(Movement movement, MovementState after, boolean over) {
        Provider provider = movement.wallet().provider();
        return new Known(
                movement.reference(),
                after,
                schedule.next(provider, movement.state(), after, movement.tries(), over, random()));
    }

    private static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
