package rw.ishemalink.streams;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * Values by key. Those in use are kept as objects; what has changed is written to the store beneath, and so to Kafka, at
 * the commit: what changes a hundred times between two commits is written once, and is not turned into bytes and back
 * for each. Kafka's own cache holds bytes, which costs more than the change itself. Kafka calls
 * {@link CachedStateStore} before each commit; that interface is not one it promises to keep, and the tests of the
 * topologies would notice. Interactive queries see what the last commit wrote.
 *
 * <p>Writing and querying exclude each other here. Kafka's own stores lock themselves and then their position to write,
 * and the other way round to answer, and so stand still for ever sooner or later (KAFKA-19629, not mended in 4.1.2).
 */
public final class ObjectStore<K, V> implements StateStore, CachedStateStore<K, V> {

    private static final float LOAD_FACTOR = 0.75f;

    private final KeyValueStore<K, V> beneath;
    private final int mostObjects;
    private final Object oneAtATime = new Object();
    private final LinkedHashMap<K, V> objects = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private final Set<K> changed = new HashSet<>();

    /**
     * A store over another one.
     *
     * @param mostObjects how many values are kept as objects at most
     */
    ObjectStore(KeyValueStore<K, V> beneath, int mostObjects) {
        this.beneath = beneath;
        this.mostObjects = mostObjects;
    }

    /** The value, if there is one. */
    public Optional<V> find(K key) {
        V kept = objects.get(key);
        if (kept == null && !changed.contains(key)) {
            kept = beneath.get(key);
            if (kept != null) {
                objects.put(key, kept);
            }
        }
        return Optional.ofNullable(kept);
    }

    /** Whether there is nothing; of a store on disk an estimate. */
    public boolean isEmpty() {
        return objects.isEmpty() && changed.isEmpty() && beneath.approximateNumEntries() == 0;
    }

    /** Keeps the value instead of the one before. */
    public void put(K key, V value) {
        objects.put(key, value);
        changed.add(key);
        if (changed.size() > mostObjects) {
            flushCache();
        }
    }

    /** Keeps none. */
    public void delete(K key) {
        objects.remove(key);
        changed.add(key);
    }

    /** All values. What has changed is written first. */
    public void forEach(BiConsumer<K, V> each) {
        flushCache();
        try (KeyValueIterator<K, V> all = beneath.all()) {
            while (all.hasNext()) {
                KeyValue<K, V> entry = all.next();
                each.accept(entry.key, entry.value);
            }
        }
    }

    /** The values from one key to another, both included, in the order of the keys' bytes. What has changed is written first. */
    public void forEach(K from, K to, BiConsumer<K, V> each) {
        flushCache();
        try (KeyValueIterator<K, V> range = beneath.range(from, to)) {
            while (range.hasNext()) {
                KeyValue<K, V> entry = range.next();
                each.accept(entry.key, entry.value);
            }
        }
    }

    /** The first keys that are not before that one, in the order of their bytes, and so many at most. What has changed is written first. */
    @SuppressWarnings("NullAway") // For Kafka, null is the end, and its interfaces do not say so.
    public List<K> listKeys(K from, int most) {
        flushCache();
        List<K> keys = new ArrayList<>();
        try (KeyValueIterator<K, V> range = beneath.range(from, null)) {
            while (keys.size() < most && range.hasNext()) {
                keys.add(range.next().key);
            }
        }
        return keys;
    }

    @Override
    public void flushCache() {
        for (K key : changed) {
            write(key, objects.get(key));
        }
        changed.clear();
        Iterator<Map.Entry<K, V>> oldest = objects.entrySet().iterator();
        while (objects.size() > mostObjects) {
            oldest.next();
            oldest.remove();
        }
    }

    @SuppressWarnings("NullAway") // Kafka deletes by null, and its interfaces do not say so.
    private void write(K key, @Nullable V value) {
        synchronized (oneAtATime) {
            beneath.put(key, value);
        }
    }

    @Override
    public void clearCache() {
        objects.clear();
        changed.clear();
    }

    /** Nobody listens to changes of this store. */
    @Override
    public boolean setFlushListener(CacheFlushListener<K, V> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        synchronized (oneAtATime) {
            return beneath.query(query, bound, config);
        }
    }

    @Override
    public Position getPosition() {
        return beneath.getPosition();
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
