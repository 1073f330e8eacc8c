package rw.ishemalink.backup.nightly;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.backup.base.BackupException;
import rw.ishemalink.backup.base.BaseBackup;
import rw.ishemalink.backup.base.ReadBack;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.catalog.LogicalCopy;
import rw.ishemalink.backup.catalog.Pruning;
import rw.ishemalink.backup.catalog.Retention;
import rw.ishemalink.backup.figures.BackupState;
import rw.ishemalink.backup.logical.LogicalBackup;
import rw.ishemalink.backup.logical.LogicalCheck;
import rw.ishemalink.backup.store.ObjectStore;

/** One night's work: backup and logical copy, on Sundays compared again, then what is older than thirty days goes. */
final class NightlyBackup implements Runnable {

    private static final System.Logger LOG = System.getLogger(NightlyBackup.class.getName());

    private final BaseBackup backup;
    private final LogicalBackup logical;
    private final ObjectStore store;
    private final Cluster cluster;
    private final BackupState state;
    private final Timetable timetable;
    private final Clock clock;

    NightlyBackup(
            BaseBackup backup,
            LogicalBackup logical,
            ObjectStore store,
            Cluster cluster,
            BackupState state,
            Timetable timetable,
            Clock clock) {
        this.backup = backup;
        this.logical = logical;
        this.store = store;
        this.cluster = cluster;
        this.state = state;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** What fails is counted and keeps nothing else from being done; tomorrow is another night. */
    @Override
    public void run() {
        attempt("the backup", this::takeBackup);
        attempt("the logical copy", this::takeLogicalCopy);
        attempt("the pruning", () -> {
            var unused = new Pruning(store, cluster, Retention.THIRTY_DAYS).run(clock.instant());
        });
    }

    private void attempt(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            state.failed();
            LOG.log(System.Logger.Level.ERROR, what + " of this night failed", e);
        }
    }

    private void takeBackup() {
        Backup taken = backup.take();
        state.succeeded(taken);
        LOG.log(
                System.Logger.Level.INFO,
                "backup {0}: {1} parts",
                taken.id(),
                taken.parts().size());
        if (timetable.isVerified(clock.instant())) {
            requireRight(taken.id(), new ReadBack(store, cluster, Optional.empty()).check(taken));
            state.verified(clock.instant());
        }
    }

    private void takeLogicalCopy() {
        LogicalCopy taken = logical.take();
        state.succeeded(taken);
        LOG.log(
                System.Logger.Level.INFO,
                "logical copy {0}: {1} rows of {2} databases",
                taken.id(),
                taken.rows(),
                taken.databases().size());
        if (timetable.isVerified(clock.instant())) {
            requireRight(taken.id(), new LogicalCheck(store, Optional.empty()).check(taken));
        }
    }

    private static void requireRight(String id, List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new BackupException(id + ": " + String.join("; ", wrong));
        }
    }
}
