package rw.ishemalink.tracking.history;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.config.HistoryConfig;

/**
 * Keeps the tracks small: what was written in pieces of some seconds is made one when its hour is over, which takes a
 * tenth of the room; and days go when they are old.
 */
@ApplicationScoped
public class TrackUpkeep {

    private static final Logger LOG = Logger.getLogger(TrackUpkeep.class);
    private static final int VEHICLES_AT_ONCE = 200;

    private final TrackStore store;
    private final TrackPartitions partitions;
    private final HistoryConfig config;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("track-upkeep").daemon().factory());

    TrackUpkeep(TrackStore store, TrackPartitions partitions, HistoryConfig config) {
        this.store = store;
        this.partitions = partitions;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        long pauseMillis = config.look().toMillis();
        var unused = timer.scheduleWithFixedDelay(this::look, pauseMillis, pauseMillis, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void look() {
        try {
            partitions.tidy();
            mergeUntil(clock.instant().minus(config.mergeAfter()));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "tracks cannot be looked after, trying again: %s",
                    e.getClass().getSimpleName());
        }
    }

    /** Merges all hours that were over then. */
    void mergeUntil(Instant time) {
        Instant before = Segments.hourOf(time);
        Optional<Instant> hour = store.findUnmergedHour(before);
        while (hour.isPresent()) {
            merge(hour.get());
            hour = store.findUnmergedHour(before);
        }
    }

    private void merge(Instant hour) {
        Instant next = hour.plus(1, ChronoUnit.HOURS);
        @Nullable UUID last = null;
        List<UUID> vehicles;
        do {
            vehicles = store.listUnmerged(hour, next, last, VEHICLES_AT_ONCE);
            if (!vehicles.isEmpty()) {
                store.merge(vehicles, hour, next);
                last = vehicles.getLast();
            }
        } while (vehicles.size() == VEHICLES_AT_ONCE);
    }
}
