package rw.ishemalink.tracking.vehicle;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import rw.ishemalink.tracking.config.TrackingConfig;

/**
 * Keeps what is {@link Remembered} up to date: all at the start, what changed every second, and at once when somebody
 * misses something, though not more often than {@link #SHORTEST_PAUSE} lets, however many miss however much. While the
 * database is away what was known last counts.
 */
@ApplicationScoped
public class Memory {

    private static final Logger LOG = Logger.getLogger(Memory.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final List<Remembered> remembered;
    private final Duration pause;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private final Thread thread;
    private CompletableFuture<Boolean> next = new CompletableFuture<>();
    private boolean isAsked;
    private boolean failing;
    private volatile boolean running = true;

    Memory(@All List<Remembered> remembered, TrackingConfig config) {
        this.remembered = List.copyOf(remembered);
        this.pause = config.memoryLook();
        this.thread = Thread.ofPlatform().name("memory").daemon().unstarted(this::keepUp);
    }

    void start(@Observes StartupEvent event) {
        readAll();
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(LONGEST_STOP);
    }

    /** Done when all that was committed before the call is known; false when the database did not say. */
    public CompletionStage<Boolean> refresh() {
        lock.lock();
        try {
            isAsked = true;
            asked.signal();
            return next.minimalCompletionStage();
        } finally {
            lock.unlock();
        }
    }

    private void keepUp() {
        try {
            while (running) {
                TimeUnit.NANOSECONDS.sleep(SHORTEST_PAUSE.toNanos());
                CompletableFuture<Boolean> served = awaitTurn();
                served.complete(readAll());
            }
        } catch (InterruptedException e) {
            LOG.debug("stopped");
        }
    }

    private CompletableFuture<Boolean> awaitTurn() throws InterruptedException {
        lock.lock();
        try {
            long left = pause.toNanos();
            while (!isAsked && left > 0) {
                left = asked.awaitNanos(left);
            }
            CompletableFuture<Boolean> served = next;
            next = new CompletableFuture<>();
            isAsked = false;
            return served;
        } finally {
            lock.unlock();
        }
    }

    private boolean readAll() {
        try {
            remembered.forEach(Remembered::catchUp);
            failing = false;
            return true;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warnf(
                        "devices and vehicles cannot be looked up: %s",
                        e.getClass().getSimpleName());
            }
            failing = true;
            return false;
        }
    }
}
