package rw.ishemalink.simulators;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A memory that holds at most {@code limit} entries and forgets the oldest first; safe for concurrent use. */
public final class Bounded<K, V> {

    private final int limit;
    private final Map<K, V> entries = new LinkedHashMap<>();

    public Bounded(int limit) {
        this.limit = limit;
    }

    /** Keeps the value unless the key is taken; says whether it was kept. */
    public synchronized boolean putIfAbsent(K key, V value) {
        if (entries.containsKey(key)) {
            return false;
        }
        put(key, value);
        return true;
    }

    public synchronized void put(K key, V value) {
        entries.put(key, value);
        if (entries.size() > limit) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** A copy, oldest first. */
    public synchronized List<V> listAll() {
        return new ArrayList<>(entries.values());
    }

    public synchronized void clear() {
        entries.clear();
    }
}
