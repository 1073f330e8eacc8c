package rw.ishemalink.backup.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.backup.store.ObjectStore;
import rw.ishemalink.backup.store.StoreException;
import rw.ishemalink.backup.store.StoredObject;

/** The copies of one kind. One without a manifest is not whole, and none. */
public abstract sealed class Catalog<T extends StoredCopy> permits BackupCatalog, LogicalCatalog {

    private static final String MANIFEST = "/manifest.json";
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final ObjectStore store;
    private final String prefix;
    private final Class<T> kind;

    Catalog(ObjectStore store, String prefix, Class<T> kind) {
        this.store = store;
        this.prefix = prefix;
        this.kind = kind;
    }

    /** What a copy is called that began then. */
    public static String id(Instant startedAt) {
        return ID.format(startedAt);
    }

    /** All that are whole, the oldest first. */
    public List<T> list() {
        return store.list(prefix).stream()
                .map(StoredObject::key)
                .filter(Catalog::isManifest)
                .map(this::read)
                .sorted(Comparator.comparing(StoredCopy::endedAt))
                .toList();
    }

    /** The one of that id. */
    public Optional<T> find(String id) {
        return list().stream().filter(copy -> copy.id().equals(id)).findFirst();
    }

    public Optional<T> findLatest() {
        List<T> all = list();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The keys of a copy's objects begin so. */
    public String folder(String id) {
        return prefix + id;
    }

    /** From now on the copy counts. */
    public void write(T copy) {
        try {
            store.put(folder(copy.id()) + MANIFEST, JSON.writeValueAsBytes(copy));
        } catch (IOException e) {
            throw new StoreException("a manifest cannot be written", e);
        }
    }

    /** Of which copy the object is, whether that has a manifest or not. */
    String idOf(StoredObject object) {
        return object.key().substring(prefix.length()).replaceFirst("/.*", "");
    }

    /** All objects, those of copies that are not whole too. */
    List<StoredObject> objects() {
        return store.list(prefix);
    }

    static boolean isManifest(String key) {
        return key.endsWith(MANIFEST);
    }

    private T read(String key) {
        try {
            return JSON.readValue(store.get(key), kind);
        } catch (IOException e) {
            throw new StoreException("the manifest " + key + " cannot be understood", e);
        }
    }
}
