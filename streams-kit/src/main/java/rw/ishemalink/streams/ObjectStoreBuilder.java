package rw.ishemalink.streams;

import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds {@link ObjectStore}s over stores that write to Kafka and have no cache of their own. */
public record ObjectStoreBuilder<K, V>(StoreBuilder<KeyValueStore<K, V>> beneath, int mostObjects)
        implements StoreBuilder<ObjectStore<K, V>> {

    /** Small segments: what is replaced is dropped soon, so that a store is restored from little more than it holds. */
    private static final Map<String, String> SOON_COMPACTED =
            Map.of("segment.bytes", "67108864", "min.cleanable.dirty.ratio", "0.2");

    /**
     * A store on disk, logged to Kafka.
     *
     * @param mostObjects how many values each task keeps as objects
     */
    public static <K, V> ObjectStoreBuilder<K, V> persistent(
            String name, Serde<K> keys, Serde<V> values, int mostObjects) {
        return new ObjectStoreBuilder<>(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, values)
                        .withCachingDisabled()
                        .withLoggingEnabled(SOON_COMPACTED),
                mostObjects);
    }

    @Override
    public ObjectStore<K, V> build() {
        return new ObjectStore<>(beneath.build(), mostObjects);
    }

    @Override
    public StoreBuilder<ObjectStore<K, V>> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<ObjectStore<K, V>> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<ObjectStore<K, V>> withLoggingEnabled(Map<String, String> config) {
        return new ObjectStoreBuilder<>(beneath.withLoggingEnabled(config), mostObjects);
    }

    @Override
    public StoreBuilder<ObjectStore<K, V>> withLoggingDisabled() {
        return new ObjectStoreBuilder<>(beneath.withLoggingDisabled(), mostObjects);
    }

    @Override
    public Map<String, String> logConfig() {
        return beneath.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return beneath.loggingEnabled();
    }

    @Override
    public String name() {
        return beneath.name();
    }
}
