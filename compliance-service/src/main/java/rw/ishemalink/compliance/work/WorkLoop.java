package rw.ishemalink.compliance.work;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.Correlation;

/** A thread that takes one step after the other while there is work, and looks again after a pause when there is none. */
public final class WorkLoop {

    private static final Logger LOG = Logger.getLogger(WorkLoop.class);

    private final String name;
    private final Duration pause;
    private final BooleanSupplier step;
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
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
