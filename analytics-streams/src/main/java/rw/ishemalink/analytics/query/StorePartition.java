package rw.ishemalink.analytics.query;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** A partition that this instance has. Throws {@link InvalidStateStoreException} when it moves away. */
final class StorePartition implements PartitionReader {

    private final KafkaStreams streams;
    private final String store;
    private final int partition;
    private final boolean active;

    StorePartition(KafkaStreams streams, String store, int partition, boolean active) {
        this.streams = streams;
        this.store = store;
        this.partition = partition;
        this.active = active;
    }

    @Override
    public <K, V> void scan(RangeQuery<K, V> range, BiPredicate<K, V> each) {
        try (KeyValueIterator<K, V> entries = query(range).getResult()) {
            while (entries.hasNext()) {
                KeyValue<K, V> entry = entries.next();
                if (!each.test(entry.key, entry.value)) {
                    return;
                }
            }
        }
    }

    @Override
    public <K, V> Optional<V> find(K key) {
        return Optional.ofNullable(query(KeyQuery.<K, V>withKey(key)).getResult());
    }

    @Override
    public <R> Optional<R> findIn(String other, Query<R> query) {
        QueryResult<R> result = query(other, query);
        return result == null || result.isFailure() ? Optional.empty() : Optional.of(result.getResult());
    }

    private <R> QueryResult<R> query(Query<R> query) {
        QueryResult<R> result = query(store, query);
        if (result == null || result.isFailure()) {
            throw new InvalidStateStoreException(store + " has moved");
        }
        return result;
    }

    private <R> @Nullable QueryResult<R> query(String asked, Query<R> query) {
        StateQueryRequest<R> request =
                StateQueryRequest.inStore(asked).withQuery(query).withPartitions(Set.of(partition));
        return streams.query(active ? request.requireActive() : request)
                .getPartitionResults()
                .get(partition);
    }
}
