package rw.ishemalink.notification.push;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import rw.ishemalink.notification.config.NotificationConfig;

/**
 * Tells open readers of new notes. Each instance looks at the same table, for all its readers at once, so any of them
 * serves anyone; with no reader it asks nothing.
 */
@ApplicationScoped
public class NoteFeed {

    private static final Logger LOG = Logger.getLogger(NoteFeed.class);

    private final Notes notes;
    private final long lookMillis;
    private final Map<Reader.Key, Set<Subscription>> readers = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final ScheduledExecutorService look = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("note-look").daemon().factory());
    private final ExecutorService reading = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("note-read-", 0).factory());
    private long seenUntil = -1;

    NoteFeed(Notes notes, NotificationConfig config, MeterRegistry meters) {
        this.notes = notes;
        this.lookMillis = config.push().look().toMillis();
        meters.gauge("ishema.notification.readers", open);
    }

    void start(@Observes StartupEvent event) {
        var unused = look.scheduleWithFixedDelay(this::lookQuietly, lookMillis, lookMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        look.shutdownNow();
        reading.shutdownNow();
    }

    /** Where a reader begins who wants only what is new. */
    public NotePlace newest() {
        return NotePlace.before(notes.horizon());
    }

    /**
     * Begins to read.
     *
     * @param after the last note that was shown
     * @param show gets each note, in order, one at a time; never after the answered runnable was run
     * @return ends the reading
     */
    public Runnable read(Reader reader, NotePlace after, Consumer<Note> show) {
        Subscription subscription = new Subscription(notes, reader, after, show);
        open.incrementAndGet();
        readers.computeIfAbsent(reader.key(), _ -> ConcurrentHashMap.newKeySet())
                .add(subscription);
        reading.execute(subscription::readOn);
        return () -> {
            if (subscription.end()) {
                open.decrementAndGet();
                readers.computeIfPresent(reader.key(), (_, all) -> {
                    all.remove(subscription);
                    return all.isEmpty() ? null : all;
                });
            }
        };
    }

    private void lookQuietly() {
        try {
            lookForNews();
        } catch (RuntimeException e) {
            LOG.warnf("notes cannot be read, trying again: %s", e.getClass().getSimpleName());
        }
    }

    private void lookForNews() {
        if (open.get() == 0) {
            seenUntil = -1;
            return;
        }
        long horizon = notes.horizon();
        if (seenUntil < 0) {
            // Whoever began meanwhile may have read before this horizon.
            readers.values().forEach(this::wake);
        } else if (seenUntil < horizon) {
            notes.listTold(seenUntil, horizon).forEach(key -> wake(readers.getOrDefault(key, Set.of())));
        }
        seenUntil = horizon;
    }

    private void wake(Set<Subscription> subscriptions) {
        subscriptions.forEach(subscription -> reading.execute(subscription::readOn));
    }
}
