package rw.ishemalink.kit.probe;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks again and again, in a thread of its own: a scrape never waits for a part that is away. A look that does not come
 * back is as good as one that failed.
 */
final class Looks {

    private static final int MISSED = 3;

    private final Runnable look;
    private final Duration every;
    private final ScheduledExecutorService timer;
    private volatile boolean good;
    private volatile long lookedAtNanos = System.nanoTime();

    /**
     * Looks that have not begun.
     *
     * @param look fails with a runtime exception when what it looks at is away
     */
    Looks(String name, Duration every, Runnable look) {
        this.look = look;
        this.every = every;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    void start() {
        var unused = timer.scheduleWithFixedDelay(this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        timer.shutdownNow();
    }

    /** Whether the last look was good, and is not too long ago. */
    boolean areGood() {
        return good && System.nanoTime() - lookedAtNanos < MISSED * every.toNanos();
    }

    /** What was seen, or not a number when nothing is seen now. */
    double orUnknown(double seen) {
        return areGood() ? seen : Double.NaN;
    }

    private void look() {
        try {
            look.run();
            good = true;
        } catch (RuntimeException e) {
            // Who is away is told by the metric; who needs it says why in the log.
            good = false;
        }
        lookedAtNanos = System.nanoTime();
    }
}
