package rw.ishemalink.analytics.store;

import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Remembers per partition the time of the latest event that was counted, so that an answer can say how old it is. */
public final class CountedUpTo {

    private final KeyValueStore<Integer, Long> store;
    private final int partition;
    private long latestMillis;

    private CountedUpTo(KeyValueStore<Integer, Long> store, int partition) {
        this.store = store;
        this.partition = partition;
        this.latestMillis = Optional.ofNullable(store.get(partition)).orElse(0L);
    }

    /**
     * The store: partition → epoch milliseconds. It must be cached if and only if the store is whose age it tells: a
     * range is read past the cache, and then both become visible with the commit, or both at once.
     */
    public static StoreBuilder<KeyValueStore<Integer, Long>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.Integer(), Serdes.Long());
    }

    /** The memory of the partition that this task works on. */
    public static CountedUpTo of(ProcessorContext<?, ?> context, String storeName) {
        return new CountedUpTo(
                context.getStateStore(storeName), context.taskId().partition());
    }

    /** An event of that time was counted. */
    public void advance(long eventMillis) {
        if (eventMillis > latestMillis) {
            latestMillis = eventMillis;
            store.put(partition, eventMillis);
        }
    }
}
