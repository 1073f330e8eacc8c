package rw.ishemalink.analytics.query;

import java.util.Optional;
import java.util.function.BiPredicate;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.RangeQuery;

/** Reads one partition of a store as the last commit left it. */
public interface PartitionReader {

    /** Shows the range's entries in the order of the keys' bytes, until there is none left or one is refused. */
    <K, V> void scan(RangeQuery<K, V> range, BiPredicate<K, V> each);

    /** The key's value, if there is one. */
    <K, V> Optional<V> find(K key);

    /** What another store beside this one answers; empty when it cannot. */
    <R> Optional<R> findIn(String other, Query<R> query);
}
