package rw.ishemalink.backup.program;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.backup.base.BackupException;
import rw.ishemalink.backup.base.BaseBackup;
import rw.ishemalink.backup.base.ReadBack;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.catalog.BackupCatalog;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.catalog.LogicalCatalog;
import rw.ishemalink.backup.catalog.LogicalCopy;
import rw.ishemalink.backup.catalog.StoredCopy;
import rw.ishemalink.backup.logical.LogicalBackup;
import rw.ishemalink.backup.logical.LogicalCheck;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.seal.Sealer;
import rw.ishemalink.backup.source.Source;
import rw.ishemalink.backup.store.ObjectStore;

/** What the store has of one cluster, for somebody who looks by hand. */
final class Copies {

    private final ObjectStore store;
    private final Cluster cluster;
    private final PrintStream out;

    Copies(ObjectStore store, Cluster cluster, PrintStream out) {
        this.store = store;
        this.cluster = cluster;
        this.out = out;
    }

    /** Takes a whole copy and a logical one beside the nightly ones; the archive must run. */
    void take(Source source, Sealer sealer, Clock clock) {
        tell(new BaseBackup(source, store, cluster, sealer, clock).take());
        tell(new LogicalBackup(source, store, cluster, sealer, clock).take());
    }

    void list() {
        new BackupCatalog(store, cluster).list().forEach(this::tell);
        new LogicalCatalog(store, cluster).list().forEach(this::tell);
    }

    /**
     * Reads the newest of each back, compares and opens every part.
     *
     * @throws BackupException when one is missing or not as it was taken
     */
    void verify(Opener opener) {
        Backup backup = newest(new BackupCatalog(store, cluster).findLatest());
        LogicalCopy copy = newest(new LogicalCatalog(store, cluster).findLatest());
        List<String> faults = new ReadBack(store, cluster, Optional.of(opener)).check(backup);
        List<String> logicalFaults = new LogicalCheck(store, Optional.of(opener)).check(copy);
        tell(backup, faults);
        tell(copy, logicalFaults);
        if (!faults.isEmpty() || !logicalFaults.isEmpty()) {
            throw new BackupException("what is stored is not what was taken: take another, and look at the store");
        }
    }

    private static <T> T newest(Optional<T> copy) {
        return copy.orElseThrow(() -> new BackupException("there is no backup, or no logical copy: take one"));
    }

    private void tell(StoredCopy copy, List<String> faults) {
        faults.forEach(out::println);
        out.println((faults.isEmpty() ? "right: " : "WRONG: ") + copy.describe());
    }

    private void tell(StoredCopy copy) {
        out.println(copy.describe());
    }
}
