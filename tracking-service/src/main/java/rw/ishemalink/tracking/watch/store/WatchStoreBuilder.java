package rw.ishemalink.tracking.watch.store;

import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import rw.ishemalink.tracking.watch.VehicleWatch;

/** Builds {@link WatchStore}s over stores that write to Kafka and have no cache of their own. */
record WatchStoreBuilder(StoreBuilder<KeyValueStore<String, VehicleWatch>> beneath, int mostObjects)
        implements StoreBuilder<WatchStore> {

    @Override
    public WatchStore build() {
        return new WatchStore(beneath.build(), mostObjects);
    }

    @Override
    public StoreBuilder<WatchStore> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<WatchStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<WatchStore> withLoggingEnabled(Map<String, String> config) {
        return new WatchStoreBuilder(beneath.withLoggingEnabled(config), mostObjects);
    }

    @Override
    public StoreBuilder<WatchStore> withLoggingDisabled() {
        return new WatchStoreBuilder(beneath.withLoggingDisabled(), mostObjects);
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
