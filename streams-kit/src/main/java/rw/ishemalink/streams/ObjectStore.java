package rw.ishemalink.streams;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
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
    private final LinkedHashMap<K, Kept<K, V>> objects = new LinkedHashMap<>(16, LOAD_FACTOR, true);
    private final List<Kept<K, V>> changed = new ArrayList<>();

    /**
     * A store over another one.
     *
     * @param mostObjects how many values are kept as objects at most
     */
    ObjectStore(KeyValueStore<K, V> beneath, int mostObjects) {
        this.beneath = beneath;
        this.mostObjects = mostObjects;
    }

    /** What is known of a key; no value when there is none. */
    private static final class Kept<K, V> {

        private final K key;
        private @Nullable V value;
        private boolean isChanged;

        private Kept(K key, @Nullable V value) {
            this.key = key;
            this.value = value;
        }
    }

    /** The value, if there is one. */
    public Optional<V> find(K key) {
        Kept<K, V> kept = objects.get(key);
        return Optional.ofNullable(kept == null ? read(key) : kept.value);
    }

    private @Nullable V read(K key) {
        V value = beneath.get(key);
        if (value != null) {
            objects.put(key, new Kept<>(key, value));
        }
        return value;
    }

    /** Whether there is nothing; of a store on disk an estimate, and what was deleted since the last commit counts. */
    public boolean isEmpty() {
        return objects.isEmpty() && beneath.approximateNumEntries() == 0;
    }

    /** Keeps the value instead of the one before. */
    public void put(K key, V value) {
        change(objects.computeIfAbsent(key, absent -> new Kept<>(absent, null)), value);
    }

    /** Keeps none. */
    public void delete(K key) {
        change(objects.computeIfAbsent(key, absent -> new Kept<>(absent, null)), null);
    }

    /** Keeps the value, or if there is one already, what both make together: none where that is null. */
    public void merge(K key, V value, BiFunction<? super V, ? super V, ? extends @Nullable V> together) {
        Kept<K, V> kept = objects.computeIfAbsent(key, absent -> new Kept<>(absent, beneath.get(absent)));
        change(kept, kept.value == null ? value : together.apply(kept.value, value));
    }

    private void change(Kept<K, V> kept, @Nullable V value) {
        kept.value = value;
        if (!kept.isChanged) {
            kept.isChanged = true;
            changed.add(kept);
            if (changed.size() > mostObjects) {
                flushCache();
            }
        }
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
        for (Kept<K, V> kept : changed) {
            write(kept.key, kept.value);
            kept.isChanged = false;
            if (kept.value == null) {
                objects.remove(kept.key);
            }
        }
        changed.clear();
        Iterator<Kept<K, V>> oldest = objects.values().iterator();
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
