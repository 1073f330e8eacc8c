package rw.ishemalink.booking.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import rw.ishemalink.booking.config.SyncConfig;
import rw.ishemalink.booking.sync.Arrival.Accepted;
import rw.ishemalink.booking.sync.store.SyncQueue;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Takes batches in. Invariant: what was answered is stored. */
@ApplicationScoped
public class SyncDesk {

    private static final long FIRST_LOOK_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 200;

    private final UnitOfWork unitOfWork;
    private final SyncQueue queue;
    private final SyncDrain drain;
    private final QueueWatch watch;
    private final SyncConfig config;
    private final Semaphore mayWait;

    SyncDesk(UnitOfWork unitOfWork, SyncQueue queue, SyncDrain drain, QueueWatch watch, SyncConfig config) {
        this.unitOfWork = unitOfWork;
        this.queue = queue;
        this.drain = drain;
        this.watch = watch;
        this.config = config;
        this.mayWait = new Semaphore(config.waitingRequests());
    }

    /** The queue as clients are told of it. */
    public QueueView view() {
        return watch.view();
    }

    /**
     * Stores the batch; waits a moment if it can be done by then.
     *
     * @return the actions as they stand, in the order of their arrival; those stored before under their sync id, too
     */
    public List<StoredAction> take(Caller caller, String device, List<Accepted> actions) {
        if (actions.isEmpty()) {
            return List.of();
        }
        OnBehalf onBehalf = OnBehalf.of(caller, Correlation.currentId());
        unitOfWork.run(tx -> queue.store(tx.sql(), caller, onBehalf, device, actions));
        drain.wake();
        List<UUID> syncIds = actions.stream().map(Accepted::syncId).toList();
        if (watch.view().places().size() + actions.size() <= soon() && mayWait.tryAcquire()) {
            try {
                awaitTried(caller, syncIds);
            } finally {
                mayWait.release();
            }
        }
        return list(caller, syncIds);
    }

    /** The caller's own actions of those ids. */
    public List<StoredAction> list(Caller caller, Collection<UUID> syncIds) {
        return unitOfWork.read(sql -> queue.list(sql, caller.tenant(), caller.personId(), syncIds));
    }

    /** The caller's own actions of that device that are not done yet. */
    public List<StoredAction> listOpen(Caller caller, String device, int limit) {
        return unitOfWork.read(sql -> queue.listOpen(sql, caller.tenant(), caller.personId(), device, limit));
    }

    /** How many actions can be done while a request waits. */
    private double soon() {
        Duration patience = config.answerWithin();
        double refilled = patience.toMillis() * config.perMinute() / 60_000.0;
        return patience.isZero() ? 0 : watch.view().tokens() + refilled;
    }

    private void awaitTried(Caller caller, List<UUID> syncIds) {
        long until = System.nanoTime() + config.answerWithin().toNanos();
        long pauseMillis = FIRST_LOOK_MILLIS;
        try {
            while (System.nanoTime() < until) {
                Thread.sleep(pauseMillis);
                if (unitOfWork.read(sql -> queue.areTried(sql, caller.tenant(), caller.personId(), syncIds))) {
                    return;
                }
                pauseMillis = Math.min(pauseMillis * 2, LONGEST_PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
