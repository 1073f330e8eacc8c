package rw.ishemalink.backup.catalog;

import java.time.Instant;
import java.util.Optional;
import rw.ishemalink.backup.store.ObjectStore;

/** The backups of one cluster. */
public final class BackupCatalog extends Catalog<Backup> {

    public BackupCatalog(ObjectStore store, Cluster cluster) {
        super(store, cluster.backups(), Backup.class);
    }

    /** The latest from which that moment can be reached. */
    public Optional<Backup> findBefore(Instant moment) {
        return list().reversed().stream()
                .filter(backup -> !backup.endedAt().isAfter(moment))
                .findFirst();
    }
}
