package rw.ishemalink.payment.collecting;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.collecting.MovementRules.Step;
import rw.ishemalink.payment.collecting.store.MovementStore;
import rw.ishemalink.payment.collecting.store.PaymentStore;
import rw.ishemalink.payment.config.PaymentConfig;

/**
 * Moves money: claims what is due in one transaction, calls the provider outside of any, records the outcome in another.
 * Whoever dies in between leaves a claim that lapses and an order that counts as sent: the next worker asks first.
 */
@ApplicationScoped
public class MovementWorker {

    private static final Logger LOG = Logger.getLogger(MovementWorker.class);

    private final UnitOfWork unitOfWork;
    private final PaymentStore payments;
    private final MovementStore movements;
    private final Outcomes outcomes;
    private final Providers providers;
    private final Semaphore calls;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("movement-", 0).factory());

    MovementWorker(
            UnitOfWork unitOfWork,
            PaymentStore payments,
            MovementStore movements,
            Outcomes outcomes,
            Providers providers,
            PaymentConfig config) {
        this.unitOfWork = unitOfWork;
        this.payments = payments;
        this.movements = movements;
        this.outcomes = outcomes;
        this.providers = providers;
        this.calls = new Semaphore(config.callsAtOnce());
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdown();
    }

    /** Takes up as many due movements as there are free hands; does not wait for their calls. */
    public void sweep() {
        int hands = calls.drainPermits();
        int taken = 0;
        try {
            if (hands > 0) {
                for (Claim claim : claim(hands)) {
                    threads.execute(() -> work(claim));
                    taken++;
                }
            }
        } finally {
            calls.release(hands - taken);
        }
    }

    /** First transaction. */
    List<Claim> claim(int limit) {
        return unitOfWork.call(tx -> movements.listDueLocked(tx.sql(), limit).stream()
                .map(due -> {
                    Payment payment = payments.get(tx.sql(), due.paymentId());
                    boolean inTime =
                            payments.now(tx.sql()).isBefore(payment.terms().expiresAt());
                    Step step = MovementRules.step(due.kind(), due.state(), payment.status(), inTime);
                    movements.claim(tx.sql(), due, step);
                    return new Claim(due, payment, step);
                })
                .toList());
    }

    private void work(Claim claim) {
        try {
            outcomes.record(claim, ask(claim));
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "movement %s could not be recorded; its claim lapses",
                    claim.movement().reference());
        } finally {
            calls.release();
        }
    }

    /** No transaction is open here. */
    private Answer ask(Claim claim) {
        MobileMoney provider = providers.get(claim.payment().terms().provider());
        try {
            return switch (claim.step()) {
                case SEND -> send(provider, claim);
                case ASK -> question(provider, claim);
                case ASK_OR_RESEND -> {
                    Answer answer = question(provider, claim);
                    yield answer instanceof Answer.NotFound ? send(provider, claim) : answer;
                }
                case WAIT -> new Answer.NotTried();
                case DROP -> new Answer.Failed(MovementRules.NOT_SENT);
            };
        } catch (RuntimeException e) {
            LOG.warnf("no answer about movement %s: %s", claim.movement().reference(), e.getMessage());
            return new Answer.Unknown();
        }
    }

    private static Answer send(MobileMoney provider, Claim claim) {
        Movement movement = claim.movement();
        UUID reference = movement.reference();
        return switch (movement.kind()) {
            case COLLECTION -> provider.collect(reference, claim.payment().terms());
            case REFUND ->
                provider.refund(
                        reference, movement.getRefundOf(), claim.payment().terms());
        };
    }

    private static Answer question(MobileMoney provider, Claim claim) {
        UUID reference = claim.movement().reference();
        return switch (claim.movement().kind()) {
            case COLLECTION -> provider.askCollection(reference);
            case REFUND -> provider.askRefund(reference);
        };
    }
}
