package rw.ishemalink.backup.wal;

import java.time.Duration;

/** When a transaction counts as done for its client. */
public enum ArchiveMode {
    /** As soon as PostgreSQL has it; the archive follows within {@link #pause()}. Nothing waits for the store. */
    FOLLOWING(Duration.ofMillis(200)),
    /** When the archive has it, too: nothing that a client was told, or that was published, can be lost. */
    SYNCHRONOUS(Duration.ZERO);

    private final Duration pause;

    ArchiveMode(Duration pause) {
        this.pause = pause;
    }

    /** How long bytes are gathered for one object. */
    public Duration pause() {
        return pause;
    }
}
