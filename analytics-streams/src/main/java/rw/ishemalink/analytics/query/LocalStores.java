package rw.ishemalink.analytics.query;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Reads the partitions that this instance has. A partition that is moving is left out, never an error. */
@ApplicationScoped
public class LocalStores {

    private static final int LOOK_EVERY_SECONDS = 2;

    private final KafkaStreams streams;
    private final Lag lag;
    private final Copies copies;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("copies").daemon().factory());

    LocalStores(KafkaStreams streams, Topology topology) {
        this.streams = streams;
        Upstream upstream = new Upstream(topology);
        this.lag = new Lag(streams, upstream, store -> countedUpTo(store, Reading.ACTIVE));
        this.copies = new Copies(streams, upstream);
    }

    void start(@Observes StartupEvent event) {
        var unused = timer.scheduleWithFixedDelay(
                this::followCopies, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    /** Takes note of the copies that have followed; only those are answers. */
    void followCopies() {
        copies.look();
    }

    /** Whether all copies that this instance keeps of others' partitions were made once; they follow from then on. */
    boolean areCopiesMade() {
        if (!copies.areMade()) {
            copies.look();
        }
        return copies.areMade();
    }

    /** This instance's parts of the answer. */
    public <T> List<Part<T>> answer(Question<T> question, Reading reading) {
        if (!streams.state().isRunningOrRebalancing()) {
            return List.of();
        }
        List<Part<T>> parts = new ArrayList<>();
        Map<Integer, Long> active = countedUpTo(question.countedUpTo(), Reading.ACTIVE);
        long lagMillis = lag.millis(question.countedUpTo());
        wanted(question, active).forEach((partition, upTo) -> read(question, partition, true)
                .ifPresent(rows -> parts.add(new Part<>(partition, true, upTo, lagMillis, rows))));
        if (reading == Reading.ANY) {
            Map<Integer, Long> copied = countedUpTo(question.countedUpTo(), Reading.ANY);
            copied.keySet().removeAll(active.keySet());
            addCopies(question, wanted(question, copied), parts);
        }
        return parts;
    }

    private static Map<Integer, Long> wanted(Question<?> question, Map<Integer, Long> partitions) {
        Map<Integer, Long> wanted = new HashMap<>(partitions);
        wanted.keySet().retainAll(question.partitions());
        return wanted;
    }

    private <T> void addCopies(Question<T> question, Map<Integer, Long> partitions, List<Part<T>> parts) {
        long now = System.currentTimeMillis();
        partitions.forEach((partition, upTo) -> {
            if (copies.hasFollowed(question.store(), partition)) {
                read(question, partition, false)
                        .ifPresent(rows ->
                                parts.add(new Part<>(partition, false, upTo, upTo == 0 ? 0 : now - upTo, rows)));
            }
        });
    }

    private <T> Optional<List<T>> read(Question<T> question, int partition, boolean active) {
        try {
            return Optional.of(question.read(new StorePartition(streams, question.store(), partition, active)));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            // It moved away just now.
            return Optional.empty();
        }
    }

    /** The partitions that answer, and until when each has counted. */
    private Map<Integer, Long> countedUpTo(String store, Reading reading) {
        Map<Integer, Long> all = new HashMap<>();
        StateQueryRequest<KeyValueIterator<Integer, Long>> request =
                StateQueryRequest.inStore(store).withQuery(RangeQuery.<Integer, Long>withNoBounds());
        try {
            streams.query(reading == Reading.ACTIVE ? request.requireActive() : request)
                    .getPartitionResults()
                    .forEach((partition, result) -> {
                        if (result.isSuccess()) {
                            all.put(partition, latest(result.getResult()));
                        }
                    });
        } catch (InvalidStateStoreException | IllegalStateException e) {
            // Not started, moving or stopping: the caller asks again or does without.
            all.clear();
        }
        return all;
    }

    private static long latest(KeyValueIterator<Integer, Long> entries) {
        long latest = 0;
        try (entries) {
            while (entries.hasNext()) {
                latest = Math.max(latest, entries.next().value);
            }
        }
        return latest;
    }
}
