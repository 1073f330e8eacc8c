package rw.ishemalink.booking.quote.store;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * A value out of the database that is never older than its life. In the second half of the life one asker at a time
 * reads it anew while the others go on with what is there, so that traffic never queues for it.
 */
final class Refreshed<T> {

    private static final Logger LOG = Logger.getLogger(Refreshed.class);

    private final Supplier<T> source;
    private final long lifeNanos;
    private final LongSupplier nanoTime;
    private final Lock reading = new ReentrantLock();
    private volatile Held<T> held;

    private record Held<T>(T value, long readAtNanos) {}

    /**
     * Reads at once.
     *
     * @param nanoTime a clock like {@link System#nanoTime()}
     */
    Refreshed(Supplier<T> source, Duration life, LongSupplier nanoTime) {
        this.source = source;
        this.lifeNanos = life.toNanos();
        this.nanoTime = nanoTime;
        this.held = read(source, nanoTime);
    }

    /**
     * The value, at most its life old.
     *
     * @throws RuntimeException of the source, when it cannot be read and what is there is too old
     */
    T get() {
        if (isYoungerThan(lifeNanos / 2)) {
            return held.value();
        }
        if (isYoungerThan(lifeNanos)) {
            refreshUnlessAnotherDoes();
        } else {
            refresh();
        }
        return held.value();
    }

    private void refreshUnlessAnotherDoes() {
        if (reading.tryLock()) {
            try {
                held = read(source, nanoTime);
            } catch (RuntimeException e) {
                LOG.warn("not read anew, what is there still counts", e);
            } finally {
                reading.unlock();
            }
        }
    }

    private void refresh() {
        reading.lock();
        try {
            if (!isYoungerThan(lifeNanos)) {
                held = read(source, nanoTime);
            }
        } finally {
            reading.unlock();
        }
    }

    private boolean isYoungerThan(long nanos) {
        return nanoTime.getAsLong() - held.readAtNanos() < nanos;
    }

    /** The age counts from before the reading: what is committed meanwhile may be missing. */
    private static <T> Held<T> read(Supplier<T> source, LongSupplier nanoTime) {
        long now = nanoTime.getAsLong();
        return new Held<>(source.get(), now);
    }
}
