package rw.ishemalink.analytics.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;

/** Reads the partitions that this instance works on. A partition that is moving is left out, never an error. */
@ApplicationScoped
public class LocalStores {

    private final KafkaStreams streams;
    private final Lag lag;

    LocalStores(KafkaStreams streams) {
        this.streams = streams;
        this.lag = new Lag(streams, this::countedUpTo);
    }

    /** This instance's part of the answer. */
    public <K, V, T> Part<T> answer(Question<K, V, T> question) {
        if (!streams.state().isRunningOrRebalancing()) {
            return Part.nothing();
        }
        List<T> rows = new ArrayList<>();
        Set<Integer> partitions = new HashSet<>();
        query(question.store(), question.range()).forEach((partition, result) -> {
            if (addRows(result, question, rows)) {
                partitions.add(partition);
            }
        });
        long upTo = countedUpTo(question.countedUpTo()).values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return new Part<>(rows, partitions, upTo, lag.millis());
    }

    private static <K, V, T> boolean addRows(
            QueryResult<KeyValueIterator<K, V>> result, Question<K, V, T> question, List<T> rows) {
        List<T> read = new ArrayList<>();
        try (KeyValueIterator<K, V> entries = result.getResult()) {
            while (entries.hasNext() && read.size() < question.limit()) {
                var entry = entries.next();
                read.add(question.row().apply(entry.key, entry.value));
            }
        } catch (InvalidStateStoreException e) {
            return false;
        }
        rows.addAll(read);
        return true;
    }

    private Map<Integer, Long> countedUpTo(String store) {
        Map<Integer, Long> all = new HashMap<>();
        query(store, RangeQuery.<Integer, Long>withNoBounds()).values().forEach(result -> {
            try (KeyValueIterator<Integer, Long> entries = result.getResult()) {
                entries.forEachRemaining(entry -> all.put(entry.key, entry.value));
            } catch (InvalidStateStoreException e) {
                all.clear();
            }
        });
        return all;
    }

    /** The partitions that answer. */
    private <K, V> Map<Integer, QueryResult<KeyValueIterator<K, V>>> query(String store, RangeQuery<K, V> range) {
        Map<Integer, QueryResult<KeyValueIterator<K, V>>> answers = new HashMap<>();
        try {
            streams.query(StateQueryRequest.inStore(store)
                            .withQuery(range)
                            .withAllPartitions()
                            .requireActive())
                    .getPartitionResults()
                    .forEach((partition, result) -> {
                        if (result.isSuccess()) {
                            answers.put(partition, result);
                        }
                    });
        } catch (InvalidStateStoreException | IllegalStateException e) {
            // Not started, moving or stopping: the caller asks again or does without.
            return Map.of();
        }
        return answers;
    }
}
