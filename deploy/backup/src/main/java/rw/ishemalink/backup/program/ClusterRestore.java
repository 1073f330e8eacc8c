package rw.ishemalink.backup.program;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import rw.ishemalink.backup.base.BackupException;
import rw.ishemalink.backup.base.BaseRestore;
import rw.ishemalink.backup.base.DataFolder;
import rw.ishemalink.backup.base.Readers;
import rw.ishemalink.backup.base.RecoveryTarget;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.source.Source;
import rw.ishemalink.backup.store.ObjectStore;

/** Puts a backup and its log where a server lay that does not run; the server recovers by itself when it is started next. */
final class ClusterRestore {

    /** SQLSTATE 08001: nobody listens there (SQL standard, "SQL-client unable to establish SQL-connection"). */
    private static final String NOBODY_LISTENS = "08001";

    private static final long MEGABYTE = 1024L * 1024;

    private final Source source;
    private final ObjectStore store;
    private final Cluster cluster;
    private final Opener opener;
    private final PrintStream out;

    ClusterRestore(Source source, ObjectStore store, Cluster cluster, Opener opener, PrintStream out) {
        this.source = source;
        this.store = store;
        this.cluster = cluster;
        this.opener = opener;
        this.out = out;
    }

    /**
     * Restores; what lies there is moved aside, not deleted.
     *
     * @throws BackupException when the server runs, or no backup is from before that moment
     */
    void run(RecoveryTarget target, Instant now) {
        refuseWhileItRuns();
        BaseRestore restore = new BaseRestore(store, cluster, opener);
        Backup backup = restore.find(target)
                .orElseThrow(() -> new BackupException("the store has no backup of " + cluster.name()
                        + " from before that moment; nothing was changed"));
        DataFolder folder = new DataFolder(source.data());
        folder.moveAside(now).ifPresent(aside -> out.println("what was there lies in " + aside));
        BaseRestore.Laid laid = restore.restore(backup, target, folder, Readers.KEPT_OUT);
        out.printf(
                "backup %s is in %s, %,d MB, and %d files of the log after it in %s%n",
                backup.id(), folder.path(), laid.bytes() / MEGABYTE, laid.segments(), folder.restoredLog());
        out.println("start the server and wait until it takes writes; services are to hear again what they heard since "
                + target.earliest(backup));
    }

    private void refuseWhileItRuns() {
        try (Connection _ = source.connect()) {
            throw new BackupException("the server still runs: stop it first");
        } catch (SQLException e) {
            if (!NOBODY_LISTENS.equals(e.getSQLState())) {
                throw new BackupException("something listens there: stop it first (" + e.getMessage() + ")", e);
            }
        }
    }
}
