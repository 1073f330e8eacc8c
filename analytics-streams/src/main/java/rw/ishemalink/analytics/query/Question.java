package rw.ishemalink.analytics.query;

import java.util.function.BiFunction;
import org.apache.kafka.streams.query.RangeQuery;

/**
 * A question that every instance answers from its own partitions.
 *
 * @param store where the rows are, as a range
 * @param countedUpTo the store that knows until when they are counted
 * @param partitions how many there are in all
 * @param row the answer's row from an entry of the store
 * @param limit most rows from one partition
 * @param path where another instance answers it
 */
public record Question<K, V, T>(
        String store,
        String countedUpTo,
        int partitions,
        RangeQuery<K, V> range,
        BiFunction<K, V, T> row,
        int limit,
        String path,
        Class<T> rowType) {}
