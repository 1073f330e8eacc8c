package rw.ishemalink.backup.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import rw.ishemalink.backup.store.ObjectStore;
import rw.ishemalink.backup.store.StoredObject;
import rw.ishemalink.backup.wal.WalNames;
import rw.ishemalink.backup.wal.WalSegment;

/** Deletes what no kept backup needs. Manifests go first: what is half deleted is no backup. */
public final class Pruning {

    private final ObjectStore store;
    private final Cluster cluster;
    private final Retention retention;

    public Pruning(ObjectStore store, Cluster cluster, Retention retention) {
        this.store = store;
        this.cluster = cluster;
        this.retention = retention;
    }

    /**
     * What was done.
     *
     * @param kept the backups that are left, by id
     */
    public record Pruned(List<String> kept, int objects, long bytes) {}

    /** Prunes. Without a whole backup nothing is deleted. */
    public Pruned run(Instant now) {
        List<Backup> all = new BackupCatalog(store, cluster).list();
        if (all.isEmpty()) {
            return new Pruned(List.of(), 0, 0);
        }
        List<Backup> kept = retention.keep(all, now);
        List<StoredObject> surplus = store.list(cluster.backups()).stream()
                .filter(object -> !isNeeded(object, all, kept, now))
                .sorted((a, b) -> Boolean.compare(isManifest(b), isManifest(a)))
                .collect(Collectors.toList());
        store.list(cluster.wal()).stream()
                .filter(object -> kept.stream().allMatch(backup -> isBefore(object, backup)))
                .forEach(surplus::add);
        surplus.forEach(object -> store.delete(object.key()));
        return new Pruned(
                kept.stream().map(Backup::id).toList(),
                surplus.size(),
                surplus.stream().mapToLong(StoredObject::bytes).sum());
    }

    private boolean isNeeded(StoredObject object, List<Backup> all, List<Backup> kept, Instant now) {
        String id = object.key().substring(cluster.backups().length()).replaceFirst("/.*", "");
        if (ids(kept).contains(id)) {
            return true;
        }
        return !ids(all).contains(id) && !retention.isRemainder(object.storedAt(), now);
    }

    private static Set<String> ids(List<Backup> backups) {
        return backups.stream().map(Backup::id).collect(Collectors.toSet());
    }

    private static boolean isManifest(StoredObject object) {
        return object.key().endsWith("manifest.json");
    }

    /** Whether it lies before the first byte that the backup needs, on whatever timeline; what cannot be read stays. */
    private boolean isBefore(StoredObject object, Backup kept) {
        return WalNames.findSegment(object.key().substring(cluster.wal().length()), kept.segmentBytes())
                .filter(segment -> segment.number() < needed(kept).number())
                .isPresent();
    }

    private static WalSegment needed(Backup kept) {
        return WalSegment.containing(kept.timeline(), kept.startLsn(), kept.segmentBytes());
    }
}
