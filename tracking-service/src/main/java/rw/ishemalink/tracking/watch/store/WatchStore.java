package rw.ishemalink.tracking.watch.store;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.watch.VehicleWatch;

/**
 * Watches by vehicle. Those in use are kept as objects; what has changed is written to the store beneath, and so to
 * Kafka, at the commit: a vehicle that sends a hundred positions between two commits is written once, and its watch is
 * not turned into bytes and back for each. Kafka's own cache holds bytes, which costs more than the watch itself. It
 * calls {@link CachedStateStore} before each commit; that interface is not one it promises to keep, and the tests of
 * the topology would notice.
 */
final class WatchStore implements StateStore, CachedStateStore<String, VehicleWatch> {

    private static final float LOAD_FACTOR = 0.75f;

    private final KeyValueStore<String, VehicleWatch> beneath;
    private final int mostObjects;
    private final LinkedHashMap<String, VehicleWatch> objects = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private final Set<String> changed = new HashSet<>();

    /**
     * A store over another one.
     *
     * @param mostObjects how many watches are kept as objects at most
     */
    WatchStore(KeyValueStore<String, VehicleWatch> beneath, int mostObjects) {
        this.beneath = beneath;
        this.mostObjects = mostObjects;
    }

    Optional<VehicleWatch> find(String vehicleId) {
        VehicleWatch kept = objects.get(vehicleId);
        if (kept == null && !changed.contains(vehicleId)) {
            kept = beneath.get(vehicleId);
            if (kept != null) {
                objects.put(vehicleId, kept);
            }
        }
        return Optional.ofNullable(kept);
    }

    void put(String vehicleId, VehicleWatch watch) {
        objects.put(vehicleId, watch);
        changed.add(vehicleId);
        if (changed.size() > mostObjects) {
            flushCache();
        }
    }

    void delete(String vehicleId) {
        objects.remove(vehicleId);
        changed.add(vehicleId);
    }

    /** All watches; only before any has changed. */
    void forEach(BiConsumer<String, VehicleWatch> each) {
        flushCache();
        try (KeyValueIterator<String, VehicleWatch> all = beneath.all()) {
            while (all.hasNext()) {
                KeyValue<String, VehicleWatch> entry = all.next();
                each.accept(entry.key, entry.value);
            }
        }
    }

    @Override
    public void flushCache() {
        for (String vehicleId : changed) {
            write(vehicleId, objects.get(vehicleId));
        }
        changed.clear();
        Iterator<Map.Entry<String, VehicleWatch>> oldest = objects.entrySet().iterator();
        while (objects.size() > mostObjects) {
            oldest.next();
            oldest.remove();
        }
    }

    @SuppressWarnings("NullAway") // Kafka deletes by null, and its interfaces do not say so.
    private void write(String vehicleId, @Nullable VehicleWatch watch) {
        beneath.put(vehicleId, watch);
    }

    @Override
    public void clearCache() {
        objects.clear();
        changed.clear();
    }

    /** Nobody listens to changes of this store. */
    @Override
    public boolean setFlushListener(CacheFlushListener<String, VehicleWatch> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return beneath.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        beneath.init(Objects.requireNonNull(context), root);
    }

    /** Comes after a commit, when nothing has changed since. */
    @Override
    public void flush() {
        beneath.flush();
    }

    @Override
    public void close() {
        clearCache();
        beneath.close();
    }

    @Override
    public boolean persistent() {
        return beneath.persistent();
    }

    @Override
    public boolean isOpen() {
        return beneath.isOpen();
    }
}
