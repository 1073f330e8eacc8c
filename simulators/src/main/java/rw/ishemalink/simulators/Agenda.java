package rw.ishemalink.simulators;

import io.quarkus.runtime.Shutdown;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** What the outside world will do later, by {@link WorldClock}; jobs of the same instant run in the order they were noted. */
@ApplicationScoped
public class Agenda {

    private static final Logger LOG = Logger.getLogger(Agenda.class);
    private static final int LIMIT = 200_000;

    private final WorldClock clock;
    private final DelayQueue<Entry> entries = new DelayQueue<>();
    private final AtomicLong numbers = new AtomicLong();
    private final Thread worker = Thread.ofPlatform().daemon().name("agenda").unstarted(this::work);

    public Agenda(WorldClock clock) {
        this.clock = clock;
    }

    /** Notes a job; a full agenda refuses it. */
    public void at(Instant when, Runnable job) {
        if (entries.size() >= LIMIT) {
            throw new IllegalStateException("the agenda of the outside world is full");
        }
        entries.add(new Entry(when, numbers.incrementAndGet(), clock, job));
    }

    @Startup
    void open() {
        worker.start();
    }

    @Shutdown
    void close() {
        worker.interrupt();
    }

    /** The queue sleeps until its head is due; a new head wakes it to look at the moved clock. */
    void onMoved(@Observes WorldClock.Moved moved) {
        entries.add(new Entry(Instant.EPOCH, 0, clock, () -> {}));
    }

    private void work() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                entries.take().job().run();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                LOG.warnf("A job on the agenda failed: %s", failure.getClass().getSimpleName());
            }
        }
    }

    private record Entry(Instant when, long number, WorldClock clock, Runnable job) implements Delayed {

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(Duration.between(clock.instant(), when));
        }

        @Override
        public int compareTo(Delayed other) {
            Entry that = (Entry) other;
            int byTime = when.compareTo(that.when);
            return byTime != 0 ? byTime : Long.compare(number, that.number);
        }
    }
}
