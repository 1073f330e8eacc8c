package rw.ishemalink.backup.nightly;

import rw.ishemalink.backup.catalog.BackupCatalog;
import rw.ishemalink.backup.catalog.LogicalCatalog;
import rw.ishemalink.backup.figures.BackupState;

/** Looks what lies in the store: a copy that somebody took by hand counts as one of the night. */
record StoreLook(BackupCatalog backups, LogicalCatalog copies, BackupState state) implements Runnable {

    private static final System.Logger LOG = System.getLogger(StoreLook.class.getName());

    /** A store that does not answer is somebody else's news; the next look may find it. */
    @Override
    public void run() {
        try {
            backups.findLatest().ifPresent(state::succeeded);
            copies.findLatest().ifPresent(state::succeeded);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the store cannot be looked into: {0}", e.getMessage());
        }
    }
}
