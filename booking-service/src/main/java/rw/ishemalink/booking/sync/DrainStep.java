package rw.ishemalink.booking.sync;

import static rw.ishemalink.kit.problem.ProblemException.conflict;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import rw.ishemalink.booking.config.SyncConfig;
import rw.ishemalink.booking.sync.SyncAction.Create;
import rw.ishemalink.booking.sync.SyncActs.Tried;
import rw.ishemalink.booking.sync.SyncDecision.Done;
import rw.ishemalink.booking.sync.SyncDecision.Refuse;
import rw.ishemalink.booking.sync.SyncDecision.Wait;
import rw.ishemalink.booking.sync.store.SyncClaims;
import rw.ishemalink.booking.sync.store.TokenBucket;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.DatabaseAway;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Works the queue off. An action, its effect and its result are one transaction: whatever is killed, at whatever moment,
 * it is either done or still in the queue.
 */
@ApplicationScoped
public class DrainStep {

    private static final Logger LOG = Logger.getLogger(DrainStep.class);

    private final UnitOfWork unitOfWork;
    private final TokenBucket bucket;
    private final SyncClaims claims;
    private final SyncActs acts;
    private final SyncConfig config;
    private final MeterRegistry meters;

    DrainStep(
            UnitOfWork unitOfWork,
            TokenBucket bucket,
            SyncClaims claims,
            SyncActs acts,
            SyncConfig config,
            MeterRegistry meters) {
        this.unitOfWork = unitOfWork;
        this.bucket = bucket;
        this.claims = claims;
        this.acts = acts;
        this.config = config;
        this.meters = meters;
    }

    /** Tries as many actions as are due and this worker's share allows; false if that was none. */
    boolean run() {
        int granted = unitOfWork.call(tx -> bucket.take(tx.sql(), config.share()));
        int tried = 0;
        while (tried < granted && tryNext()) {
            tried++;
        }
        int unused = granted - tried;
        if (unused > 0) {
            unitOfWork.run(tx -> bucket.giveBack(tx.sql(), unused));
        }
        return tried > 0;
    }

    /** Tries the action that is next; false if none is due. */
    private boolean tryNext() {
        AtomicReference<QueuedAction> taken = new AtomicReference<>();
        try {
            return unitOfWork.call(tx -> tryNext(tx, taken));
        } catch (RuntimeException e) {
            QueuedAction failed = taken.get();
            if (failed == null || DatabaseAway.isCauseOf(e)) {
                throw e;
            }
            setAside(failed, e);
            return true;
        } finally {
            Correlation.end();
        }
    }

    private boolean tryNext(Tx tx, AtomicReference<QueuedAction> taken) {
        Optional<SyncClaims.Line> line = claims.claim(tx.sql());
        line.flatMap(found -> claims.findHead(tx.sql(), found)).ifPresent(action -> {
            taken.set(action);
            Correlation.begin(action.onBehalf().correlationId());
            settle(tx, action, acts.act(tx, action));
        });
        return line.isPresent();
    }

    private void settle(Tx tx, QueuedAction action, Tried tried) {
        SyncState state =
                switch (tried.decision()) {
                    case Done _ -> SyncState.DONE;
                    case Refuse _ -> SyncState.REFUSED;
                    case Wait _ -> action.overdue() ? SyncState.REFUSED : SyncState.WAITING;
                };
        if (state.isOpen()) {
            claims.postpone(tx.sql(), action, tried.result());
        } else {
            claims.finish(tx.sql(), action, state, tried.result());
            if (action.action() instanceof Create) {
                claims.wakeThoseAfter(tx.sql(), action);
            }
        }
        meters.counter("ishema.sync.tried", "type", action.action().kind().name(), "outcome", state.name())
                .increment();
    }

    /** It fails for no reason that a rule of ours gives: the others of its person go on, and it is tried again. */
    private void setAside(QueuedAction action, RuntimeException cause) {
        LOG.errorf(
                cause,
                "action %s of type %s failed",
                action.action().syncId(),
                action.action().kind());
        Reason reason = Reason.of(conflict("action-failed"));
        unitOfWork.run(tx -> settle(tx, action, Tried.of(new Wait(reason), ActionResult.NONE)));
    }
}
