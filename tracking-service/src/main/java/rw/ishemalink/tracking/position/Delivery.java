package rw.ishemalink.tracking.position;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Records that were sent together: done when each is safe or lost, failed when one of those that matter may be lost. */
final class Delivery {

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final AtomicInteger open;
    private volatile @Nullable RuntimeException failure;

    Delivery(int records) {
        this.open = new AtomicInteger(records);
    }

    CompletionStage<Void> done() {
        return done;
    }

    /** That many are safe, or do not matter. */
    void settle(int records) {
        if (open.addAndGet(-records) == 0) {
            finish();
        }
    }

    /** That many may be lost. */
    void fail(int records, RuntimeException because) {
        failure = because;
        settle(records);
    }

    /** Whether one may be lost already. */
    boolean hasFailed() {
        return failure != null;
    }

    private void finish() {
        RuntimeException because = failure;
        if (because == null) {
            done.complete(null);
        } else {
            done.completeExceptionally(because);
        }
    }
}
