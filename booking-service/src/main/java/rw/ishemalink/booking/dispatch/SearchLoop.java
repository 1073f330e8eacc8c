package rw.ishemalink.booking.dispatch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.booking.config.DispatchConfig;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.DatabaseAway;

/**
 * The thread that moves searches on while any is due, and looks again after a pause, or as soon as it is woken. It begins
 * once this instance knows the drivers: before, it would find nobody. Invariant: it survives whatever a step throws.
 */
@ApplicationScoped
public class SearchLoop {

    private static final Logger LOG = Logger.getLogger(SearchLoop.class);
    private static final Duration FORGET_EVERY = Duration.ofSeconds(30);

    private final Dispatcher dispatcher;
    private final DriverIndex index;
    private final DispatchConfig config;
    private final Semaphore wake = new Semaphore(0);
    private Instant nextForgetting = Instant.EPOCH;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    SearchLoop(Dispatcher dispatcher, DriverIndex index, DispatchConfig config, MeterRegistry meters) {
        this.dispatcher = dispatcher;
        this.index = index;
        this.config = config;
        Gauge.builder("ishema.dispatch.drivers", index, DriverIndex::size).register(meters);
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().name("dispatch").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        Thread working = thread;
        if (working != null) {
            working.interrupt();
        }
    }

    /** There may be something to do: do not wait for the next look. */
    void wake() {
        wake.release();
    }

    private void run() {
        while (running) {
            forget();
            if (!index.isReady() || !step()) {
                pause();
            }
        }
    }

    private boolean step() {
        try {
            return dispatcher.step();
        } catch (RuntimeException e) {
            if (DatabaseAway.isCauseOf(e)) {
                LOG.warn("searches wait: the database is away");
            } else if (running) {
                LOG.errorf(e, "dispatch: a step failed and is tried again");
            }
            return false;
        } finally {
            Correlation.end();
        }
    }

    private void forget() {
        Instant now = Instant.now();
        if (!now.isBefore(nextForgetting)) {
            index.forgetBefore(now.minus(config.positionsKept()));
            nextForgetting = now.plus(FORGET_EVERY);
        }
    }

    private void pause() {
        try {
            if (wake.tryAcquire(config.look().toMillis(), TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
