package rw.ishemalink.backup.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.backup.store.ObjectStore;
import rw.ishemalink.backup.store.StoreException;
import rw.ishemalink.backup.store.StoredObject;

/** The backups of one cluster. One without a manifest is not whole, and none. */
public final class BackupCatalog {

    private static final String MANIFEST = "/manifest.json";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final ObjectStore store;
    private final Cluster cluster;

    public BackupCatalog(ObjectStore store, Cluster cluster) {
        this.store = store;
        this.cluster = cluster;
    }

    /** All that are whole, the oldest first. */
    public List<Backup> list() {
        return store.list(cluster.backups()).stream()
                .map(StoredObject::key)
                .filter(key -> key.endsWith(MANIFEST))
                .map(this::read)
                .sorted(Comparator.comparing(Backup::endedAt))
                .toList();
    }

    /** The one of that id. */
    public Optional<Backup> find(String id) {
        return list().stream().filter(backup -> backup.id().equals(id)).findFirst();
    }

    public Optional<Backup> findLatest() {
        List<Backup> all = list();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The latest from which that moment can be reached. */
    public Optional<Backup> findBefore(Instant moment) {
        return list().reversed().stream()
                .filter(backup -> !backup.endedAt().isAfter(moment))
                .findFirst();
    }

    /** The keys of a backup's objects begin so. */
    public String folder(String id) {
        return cluster.backups() + id;
    }

    /** From now on the backup counts. */
    public void write(Backup backup) {
        try {
            store.put(folder(backup.id()) + MANIFEST, JSON.writeValueAsBytes(backup));
        } catch (IOException e) {
            throw new StoreException("a manifest cannot be written", e);
        }
    }

    private Backup read(String key) {
        try {
            return JSON.readValue(store.get(key), Backup.class);
        } catch (IOException e) {
            throw new StoreException("the manifest " + key + " cannot be understood", e);
        }
    }
}
