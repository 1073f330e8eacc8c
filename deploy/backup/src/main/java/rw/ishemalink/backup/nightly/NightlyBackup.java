package rw.ishemalink.backup.nightly;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.backup.base.BackupException;
import rw.ishemalink.backup.base.BaseBackup;
import rw.ishemalink.backup.base.ReadBack;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.catalog.Pruning;
import rw.ishemalink.backup.catalog.Retention;
import rw.ishemalink.backup.figures.BackupState;
import rw.ishemalink.backup.store.ObjectStore;

/** One night's work: backup, on Sundays its verification, then what is older than thirty days goes. */
final class NightlyBackup implements Runnable {

    private static final System.Logger LOG = System.getLogger(NightlyBackup.class.getName());

    private final BaseBackup backup;
    private final ObjectStore store;
    private final Cluster cluster;
    private final BackupState state;
    private final Timetable timetable;
    private final Clock clock;

    NightlyBackup(
            BaseBackup backup,
            ObjectStore store,
            Cluster cluster,
            BackupState state,
            Timetable timetable,
            Clock clock) {
        this.backup = backup;
        this.store = store;
        this.cluster = cluster;
        this.state = state;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** A failure is counted, and tomorrow is another night. */
    @Override
    public void run() {
        try {
            Backup taken = backup.take();
            state.succeeded(taken);
            LOG.log(
                    System.Logger.Level.INFO,
                    "backup {0}: {1} parts",
                    taken.id(),
                    taken.parts().size());
            if (timetable.isVerified(clock.instant())) {
                verify(taken);
            }
            var unused = new Pruning(store, cluster, Retention.THIRTY_DAYS).run(clock.instant());
        } catch (RuntimeException e) {
            state.failed();
            LOG.log(System.Logger.Level.ERROR, "the nightly backup failed", e);
        }
    }

    private void verify(Backup taken) {
        List<String> wrong = new ReadBack(store, cluster, Optional.empty()).check(taken);
        if (!wrong.isEmpty()) {
            throw new BackupException("backup " + taken.id() + ": " + String.join("; ", wrong));
        }
        state.verified(clock.instant());
    }
}
