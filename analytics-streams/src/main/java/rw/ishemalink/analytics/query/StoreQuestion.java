package rw.ishemalink.analytics.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.query.RangeQuery;

/**
 * A range of a store, the first entries of each partition.
 *
 * @param store where the rows are, as a range
 * @param countedUpTo the store that knows until when they are counted
 * @param count how many partitions there are
 * @param row the answer's row from an entry of the store
 * @param limit most rows from one partition
 * @param path where another instance answers it
 * @param rowType what goes between instances, as JSON
 */
public record StoreQuestion<K, V, T>(
        String store,
        String countedUpTo,
        int count,
        RangeQuery<K, V> range,
        BiFunction<K, V, T> row,
        int limit,
        String path,
        Class<T> rowType)
        implements Question<T> {

    @Override
    public Set<Integer> partitions() {
        return IntStream.range(0, count).boxed().collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<T> read(PartitionReader partition) {
        List<T> rows = new ArrayList<>();
        partition.scan(range, (key, value) -> {
            rows.add(row.apply(key, value));
            return rows.size() < limit;
        });
        return rows;
    }

    @Override
    public Wire<T> wire() {
        return Wire.json(rowType);
    }
}
