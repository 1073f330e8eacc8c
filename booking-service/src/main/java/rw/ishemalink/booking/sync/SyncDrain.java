package rw.ishemalink.booking.sync;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import rw.ishemalink.booking.config.SyncConfig;
import rw.ishemalink.kit.outbox.DatabaseAway;

/** The workers of this instance. Invariant: a worker survives whatever its step throws. */
@ApplicationScoped
public class SyncDrain {

    private static final Logger LOG = Logger.getLogger(SyncDrain.class);
    private static final Duration SHUTDOWN = Duration.ofSeconds(5);

    private final DrainStep step;
    private final SyncConfig config;
    private final Semaphore arrivals = new Semaphore(0);
    private volatile boolean running;
    private volatile List<Thread> workers = List.of();

    SyncDrain(DrainStep step, SyncConfig config) {
        this.step = step;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        if (config.drain()) {
            begin();
        }
    }

    /** Starts the workers. */
    void begin() {
        running = true;
        workers = IntStream.range(0, config.workers())
                .mapToObj(number -> Thread.ofPlatform()
                        .name("sync-drain-" + number)
                        .daemon()
                        .start(this::work))
                .toList();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        end();
    }

    /** Lets the workers finish what they are at. */
    void end() throws InterruptedException {
        running = false;
        arrivals.release(workers.size());
        for (Thread worker : workers) {
            worker.join(SHUTDOWN);
        }
    }

    /** There is something to do: do not wait for the next look. */
    void wake() {
        if (arrivals.availablePermits() == 0) {
            arrivals.release(Math.max(1, workers.size()));
        }
    }

    private void work() {
        while (running) {
            if (!stepSafely()) {
                pause();
            }
        }
    }

    private boolean stepSafely() {
        try {
            return step.run();
        } catch (RuntimeException e) {
            if (DatabaseAway.isCauseOf(e)) {
                LOG.warn("the queue waits: the database is away");
            } else {
                LOG.error("the queue cannot be worked off and is looked at again", e);
            }
            return false;
        }
    }

    private void pause() {
        try {
            boolean woken = arrivals.tryAcquire(config.idlePause().toMillis(), TimeUnit.MILLISECONDS);
            LOG.tracef("looking again, %s", woken ? "something arrived" : "after a pause");
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
