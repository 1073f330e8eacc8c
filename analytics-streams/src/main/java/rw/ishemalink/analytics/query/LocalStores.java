package rw.ishemalink.analytics.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Reads the partitions that this instance has. A partition that is moving is left out, never an error. */
@ApplicationScoped
public class LocalStores {

    /** A copy that lacks more of what was committed is being made, and not yet an answer. */
    private static final long MOST_RECORDS_BEHIND = 10_000;

    private final KafkaStreams streams;
    private final Lag lag;
    private final CopyLags copies;

    LocalStores(KafkaStreams streams, Topology topology) {
        this.streams = streams;
        this.lag = new Lag(streams, new Upstream(topology), store -> countedUpTo(store, Reading.ACTIVE));
        this.copies = new CopyLags(streams);
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
        partitions.forEach((partition, upTo) -> copies.findRecords(question.store(), partition)
                .filter(records -> records <= MOST_RECORDS_BEHIND)
                .flatMap(_ -> read(question, partition, false))
                .ifPresent(rows -> parts.add(new Part<>(partition, false, upTo, upTo == 0 ? 0 : now - upTo, rows))));
    }

    private <T> Optional<List<T>> read(Question<T> question, int partition, boolean active) {
        try {
            return Optional.of(question.read(new PartitionReader(streams, question.store(), partition, active)));
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
