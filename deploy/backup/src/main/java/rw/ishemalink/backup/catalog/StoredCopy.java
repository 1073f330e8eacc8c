package rw.ishemalink.backup.catalog;

import java.time.Instant;

/** A copy that lies whole in the store. */
public sealed interface StoredCopy permits Backup, LogicalCopy {

    String id();

    /** From this moment on it counts. */
    Instant endedAt();

    /** In one line, for people. */
    String describe();
}
