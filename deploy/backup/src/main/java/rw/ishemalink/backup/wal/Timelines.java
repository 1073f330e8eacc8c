package rw.ishemalink.backup.wal;

import java.util.Map;
import org.postgresql.replication.LogSequenceNumber;
import rw.ishemalink.backup.catalog.Backup;

/**
 * How timelines follow each other: each restore begins one, and its history says where it left the others.
 *
 * @param histories by timeline, in PostgreSQL's words: a line for each timeline before, with where it was left
 */
public record Timelines(Map<Integer, String> histories) {

    public Timelines {
        histories = Map.copyOf(histories);
    }

    /** The newest timeline that goes through the end of the backup; one that left before it cannot be reached from it. */
    public int newestAfter(Backup backup) {
        return histories.entrySet().stream()
                .filter(history -> goesThrough(history.getValue(), backup))
                .mapToInt(Map.Entry::getKey)
                .filter(timeline -> timeline > backup.timeline())
                .max()
                .orElse(backup.timeline());
    }

    private static boolean goesThrough(String history, Backup backup) {
        return history.lines()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells.length > 1 && cells[0].strip().equals(Integer.toString(backup.timeline())))
                .anyMatch(cells -> LogSequenceNumber.valueOf(cells[1]).asLong() >= backup.stopLsn());
    }
}
