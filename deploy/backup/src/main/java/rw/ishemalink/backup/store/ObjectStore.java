package rw.ishemalink.backup.store;

import java.util.List;
import java.util.Optional;

/** Objects by key. An object that was put is there whole, and stays as it is. */
public interface ObjectStore extends AutoCloseable {

    /** Puts an object; one of the same key is replaced. Returns when the store has it. */
    void put(String key, byte[] content);

    /** The object's content; empty when there is none. */
    Optional<byte[]> find(String key);

    /**
     * The object's content.
     *
     * @throws StoreException when there is none
     */
    default byte[] get(String key) {
        return find(key).orElseThrow(() -> new StoreException("the store has no object " + key));
    }

    /** All objects whose key begins so, by key. */
    List<StoredObject> list(String prefix);

    /** Deletes the object; nothing happens when there is none. */
    void delete(String key);

    @Override
    void close();
}
