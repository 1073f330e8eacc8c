package rw.ishemalink.analytics.store;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.Stores;
import rw.ishemalink.streams.ObjectStore;
import rw.ishemalink.streams.ObjectStoreBuilder;

/** Remembers per partition the time of the latest event that was counted, so that an answer can say how old it is. */
public final class CountedUpTo {

    private final ObjectStore<Integer, Long> store;
    private final int partition;
    private final CommitPace pace;
    private long latestMillis;

    private CountedUpTo(ObjectStore<Integer, Long> store, int partition, CommitPace pace) {
        this.store = store;
        this.partition = partition;
        this.pace = pace;
        this.latestMillis = store.find(partition).orElse(0L);
    }

    /** The store: partition → epoch milliseconds, as of the last commit. */
    public static ObjectStoreBuilder<Integer, Long> store(String name) {
        return new ObjectStoreBuilder<>(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.Integer(), Serdes.Long())
                        .withCachingDisabled(),
                1);
    }

    /** The memory of the partition that this task works on; what is counted keeps the pace of its commits. */
    public static CountedUpTo of(ProcessorContext<?, ?> context, String storeName) {
        return new CountedUpTo(
                context.getStateStore(storeName), context.taskId().partition(), CommitPace.of(context));
    }

    /** An event of that time was counted. */
    public void advance(long eventMillis) {
        pace.counted();
        if (eventMillis > latestMillis) {
            latestMillis = eventMillis;
            store.put(partition, eventMillis);
        }
    }
}
