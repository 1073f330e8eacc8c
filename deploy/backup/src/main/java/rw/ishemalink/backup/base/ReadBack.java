package rw.ishemalink.backup.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.catalog.BackupPart;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.store.ObjectStore;
import rw.ishemalink.backup.wal.WalArchive;
import rw.ishemalink.backup.wal.WalSegment;

/** Whether what lies in the store is what was backed up; with the identity, whether it can be opened, too. */
public final class ReadBack {

    private final ObjectStore store;
    private final Cluster cluster;
    private final Optional<Opener> opener;

    public ReadBack(ObjectStore store, Cluster cluster, Optional<Opener> opener) {
        this.store = store;
        this.cluster = cluster;
        this.opener = opener;
    }

    /** What is wrong with the backup, each in a line; nothing if it is right. */
    public List<String> check(Backup backup) {
        List<String> wrong = new ArrayList<>();
        for (BackupPart part : backup.parts()) {
            new PartCheck(store, opener).findFault(part).ifPresent(wrong::add);
        }
        WalSegment first = WalSegment.containing(backup.timeline(), backup.startLsn(), backup.segmentBytes());
        if (!new WalArchive(store, cluster).holds(first, backup.stopLsn())) {
            wrong.add("the log of its time is not in the archive");
        }
        return wrong;
    }
}
