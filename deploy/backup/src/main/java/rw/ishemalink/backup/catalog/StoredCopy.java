package rw.ishemalink.backup.catalog;

import java.time.Instant;
import java.util.Locale;

/** A copy that lies whole in the store. */
public sealed interface StoredCopy permits Backup, LogicalCopy {

    long MEGABYTE = 1024L * 1024;

    String id();

    /** From this moment on it counts. */
    Instant endedAt();

    /** Before sealing. */
    long bytes();

    /** In the store. */
    long sealedBytes();

    /** What its kind has to say of it. */
    String detail();

    /** In one line, for people. */
    default String describe() {
        return String.format(
                Locale.ROOT,
                "%s  %s  %,6d MB, %,d MB sealed  %s",
                id(),
                endedAt(),
                bytes() / MEGABYTE,
                sealedBytes() / MEGABYTE,
                detail());
    }
}
