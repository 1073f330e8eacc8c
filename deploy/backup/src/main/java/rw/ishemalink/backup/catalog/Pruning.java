package rw.ishemalink.backup.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * @param keptLogical the logical copies that are left, by id
     */
    public record Pruned(List<String> kept, List<String> keptLogical, int objects, long bytes) {}

    /** What stays of one kind, and what goes, manifests first. */
    private record Cut<T extends StoredCopy>(List<T> kept, List<StoredObject> surplus) {

        List<String> ids() {
            return kept.stream().map(StoredCopy::id).toList();
        }
    }

    /** Prunes. Of a kind without a whole copy nothing is deleted. */
    public Pruned run(Instant now) {
        Cut<Backup> backups = cut(new BackupCatalog(store, cluster), now);
        Cut<LogicalCopy> logical = cut(new LogicalCatalog(store, cluster), now);
        List<StoredObject> surplus = Stream.of(
                        backups.surplus().stream(), logical.surplus().stream(), log(backups.kept()))
                .flatMap(objects -> objects)
                .toList();
        surplus.forEach(object -> store.delete(object.key()));
        return new Pruned(
                backups.ids(),
                logical.ids(),
                surplus.size(),
                surplus.stream().mapToLong(StoredObject::bytes).sum());
    }

    private <T extends StoredCopy> Cut<T> cut(Catalog<T> catalog, Instant now) {
        List<T> all = catalog.list();
        if (all.isEmpty()) {
            return new Cut<>(List.of(), List.of());
        }
        List<T> kept = retention.keep(all, now);
        List<StoredObject> surplus = catalog.objects().stream()
                .filter(object -> !isNeeded(object, catalog.idOf(object), all, kept, now))
                .sorted((a, b) -> Boolean.compare(Catalog.isManifest(b.key()), Catalog.isManifest(a.key())))
                .toList();
        return new Cut<>(kept, surplus);
    }

    private <T extends StoredCopy> boolean isNeeded(
            StoredObject object, String id, List<T> all, List<T> kept, Instant now) {
        if (ids(kept).contains(id)) {
            return true;
        }
        return !ids(all).contains(id) && !retention.isRemainder(object.storedAt(), now);
    }

    private static Set<String> ids(List<? extends StoredCopy> copies) {
        return copies.stream().map(StoredCopy::id).collect(Collectors.toSet());
    }

    /** Of the log, what was written before every backup that stays. */
    private Stream<StoredObject> log(List<Backup> kept) {
        if (kept.isEmpty()) {
            return Stream.of();
        }
        return store.list(cluster.wal()).stream()
                .filter(object -> kept.stream().allMatch(backup -> isBefore(object, backup)));
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
