package rw.ishemalink.compliance.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.Correlation;

/**
 * A thread that takes one step after the other while there is work; when there is none, it looks again after a pause, or
 * at once when it is woken.
 */
public final class WorkLoop {

    private static final Logger LOG = Logger.getLogger(WorkLoop.class);

    private final String name;
    private final Duration pause;
    private final BooleanSupplier step;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /**
     * A loop that does not run yet.
     *
     * @param step does one piece of work; false when there was none
     */
    public WorkLoop(String name, Duration pause, BooleanSupplier step) {
        this.name = name;
        this.pause = pause;
        this.step = step;
    }

    public void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    /** There is work now: the loop looks once more before it pauses. However often that is said before, it is one look. */
    public void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Asks the loop to end; a call under way ends by interrupt, and its job is taken up again after a restart. */
    public void stop() {
        running = false;
        Thread working = thread;
        if (working != null) {
            working.interrupt();
        }
    }

    private void run() {
        while (running) {
            if (!stepSafely()) {
                pause();
            }
        }
    }

    private boolean stepSafely() {
        try {
            return step.getAsBoolean();
        } catch (RuntimeException e) {
            if (running) {
                LOG.errorf(e, "%s: a step failed and is tried again", name);
            }
            return false;
        } finally {
            Correlation.end();
        }
    }

    private void pause() {
        try {
            if (news.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
