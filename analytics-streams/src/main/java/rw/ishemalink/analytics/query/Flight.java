package rw.ishemalink.analytics.query;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One question and its latest answer. However many ask at once, it is made once. It stands for 200 ms, a little more than
 * a commit takes to bring something new, or five times as long as it took to make but for a second at most, so that making
 * answers takes no more than a fifth of one core for each question.
 */
final class Flight<T> {

    private static final long STANDS_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long STANDS_AT_MOST_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long TIMES_ITS_MAKING = 5;

    private final AtomicReference<@Nullable CompletableFuture<Made<T>>> making = new AtomicReference<>();
    private volatile @Nullable Made<T> made;
    private volatile @Nullable Long askedAt;
    private volatile @Nullable Long askedBeforeAt;

    private record Made<T>(KeptAnswer<T> answer, long since, long tookNanos) {

        long standsNanos() {
            return Math.clamp(TIMES_ITS_MAKING * tookNanos, STANDS_NANOS, STANDS_AT_MOST_NANOS);
        }

        boolean stands(long now) {
            return now - since < standsNanos();
        }
    }

    /** The answer that stands, else a new one. */
    KeptAnswer<T> answer(Supplier<KeptAnswer<T>> make) {
        askedBeforeAt = askedAt;
        askedAt = System.nanoTime();
        Made<T> latest = made;
        return latest != null && latest.stands(System.nanoTime())
                ? latest.answer()
                : make(make).answer();
    }

    /** Makes a new answer when half the time of the one that stands is over, so that nobody has to wait for it. */
    void renew(Supplier<KeptAnswer<T>> make) {
        Made<T> latest = made;
        if (latest == null || System.nanoTime() - latest.since() > latest.standsNanos() / 2) {
            make(make);
        }
    }

    /** Whether it is asked again and again: the last two questions were so close, and the last is no longer ago. */
    boolean isAskedEvery(long nanos) {
        Long last = askedAt;
        Long before = askedBeforeAt;
        return last != null && before != null && last - before < nanos && System.nanoTime() - last < nanos;
    }

    private Made<T> make(Supplier<KeptAnswer<T>> make) {
        CompletableFuture<Made<T>> mine = new CompletableFuture<>();
        CompletableFuture<Made<T>> others = making.compareAndExchange(null, mine);
        if (others != null) {
            return join(others);
        }
        try {
            long begin = System.nanoTime();
            Made<T> fresh = new Made<>(make.get(), begin, System.nanoTime() - begin);
            made = fresh;
            mine.complete(fresh);
            return fresh;
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            making.set(null);
        }
    }

    private static <T> T join(CompletableFuture<T> others) {
        try {
            return others.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
