package rw.ishemalink.backup.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;

/**
 * The manifest of a whole copy of a cluster.
 *
 * @param recipient for whom it is sealed
 * @param startedAt before the first byte was read
 * @param endedAt from this moment on it can be restored
 * @param timeline of the log at that time
 * @param segmentBytes size of one file of the log
 * @param startLsn where a restore begins to read the log
 * @param stopLsn up to where it must read at least
 * @param parts in order
 */
public record Backup(
        String id,
        String recipient,
        String systemIdentifier,
        Instant startedAt,
        Instant endedAt,
        int timeline,
        int segmentBytes,
        long startLsn,
        long stopLsn,
        List<BackupPart> parts)
        implements StoredCopy {

    public Backup {
        parts = List.copyOf(parts);
    }

    @Override
    @JsonIgnore
    public long bytes() {
        return parts.stream().mapToLong(BackupPart::bytes).sum();
    }

    @Override
    @JsonIgnore
    public long sealedBytes() {
        return parts.stream().mapToLong(BackupPart::sealedBytes).sum();
    }

    @Override
    public String detail() {
        return "timeline " + timeline;
    }
}
