package rw.ishemalink.backup.figures;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.catalog.LogicalCopy;

/** What became of the backups, for whoever watches. Safe for threads. */
public final class BackupState {

    private volatile Optional<Backup> latest;
    private volatile Optional<LogicalCopy> latestLogical;
    private volatile Optional<Instant> verifiedAt = Optional.empty();
    private final AtomicLong failures = new AtomicLong();

    /** With what the store had when this process began. */
    public BackupState(Optional<Backup> latest, Optional<LogicalCopy> latestLogical) {
        this.latest = latest;
        this.latestLogical = latestLogical;
    }

    public void succeeded(Backup backup) {
        latest = Optional.of(backup);
    }

    public void succeeded(LogicalCopy copy) {
        latestLogical = Optional.of(copy);
    }

    public void verified(Instant at) {
        verifiedAt = Optional.of(at);
    }

    public void failed() {
        failures.incrementAndGet();
    }

    Optional<Backup> latest() {
        return latest;
    }

    Optional<LogicalCopy> latestLogical() {
        return latestLogical;
    }

    Optional<Instant> verifiedAt() {
        return verifiedAt;
    }

    long failures() {
        return failures.get();
    }
}
