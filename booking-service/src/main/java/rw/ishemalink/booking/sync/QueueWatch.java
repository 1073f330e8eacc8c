package rw.ishemalink.booking.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.config.SyncConfig;
import rw.ishemalink.booking.sync.store.SyncQueue;
import rw.ishemalink.booking.sync.store.TokenBucket;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Looks at the queue at most once in a while, however many ask. */
@ApplicationScoped
class QueueWatch {

    private record Seen(QueueView view, long atNanos) {}

    private final UnitOfWork unitOfWork;
    private final SyncQueue queue;
    private final TokenBucket bucket;
    private final long ageNanos;
    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicReference<@Nullable Seen> latest = new AtomicReference<>();

    QueueWatch(UnitOfWork unitOfWork, SyncQueue queue, TokenBucket bucket, SyncConfig config) {
        this.unitOfWork = unitOfWork;
        this.queue = queue;
        this.bucket = bucket;
        this.ageNanos = config.viewAge().toNanos();
    }

    /** The queue as it was a moment ago. */
    QueueView view() {
        Seen seen = latest.get();
        return seen != null && isFresh(seen) ? seen.view() : look();
    }

    private QueueView look() {
        looking.lock();
        try {
            Seen seen = latest.get();
            if (seen != null && isFresh(seen)) {
                return seen.view();
            }
            QueueView view = unitOfWork.read(sql -> queue.view(sql, bucket.level(sql)));
            latest.set(new Seen(view, System.nanoTime()));
            return view;
        } finally {
            looking.unlock();
        }
    }

    private boolean isFresh(Seen seen) {
        return System.nanoTime() - seen.atNanos() < ageNanos;
    }
}
