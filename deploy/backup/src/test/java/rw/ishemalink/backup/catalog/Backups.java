package rw.ishemalink.backup.catalog;

import java.time.Instant;
import java.util.List;

/** Backups for tests. */
public final class Backups {

    public static final int SEGMENT_BYTES = 16 * 1024 * 1024;

    private Backups() {}

    /** One that ended then and needs the log from the beginning of that segment to the middle of it. */
    public static Backup endedAt(Instant end, long segment, BackupPart... parts) {
        long start = segment * SEGMENT_BYTES + 40;
        return new Backup(
                "b" + end.toString().replaceAll("\\D", ""),
                "age1test",
                "7000000000000000001",
                end.minusSeconds(60),
                end,
                1,
                SEGMENT_BYTES,
                start,
                start + 1_000,
                List.of(parts));
    }

    /** A logical copy of no database that ended then. */
    public static LogicalCopy logicalEndedAt(Instant end) {
        return new LogicalCopy(
                "l" + end.toString().replaceAll("\\D", ""),
                "age1test",
                "7000000000000000001",
                "18.1",
                end.minusSeconds(20),
                end,
                1_000,
                List.of());
    }
}
