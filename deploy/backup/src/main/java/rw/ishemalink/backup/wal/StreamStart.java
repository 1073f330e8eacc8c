package rw.ishemalink.backup.wal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.replication.LogSequenceNumber;
import rw.ishemalink.backup.seal.Sealer;

/** Where a stream begins: where the archive ends; where the timeline began, if nothing of it is there; else where the server is. */
final class StreamStart {

    private final Connection replication;
    private final WalArchive archive;
    private final Sealer sealer;
    private final int segmentBytes;

    StreamStart(Connection replication, WalArchive archive, Sealer sealer, int segmentBytes) {
        this.replication = replication;
        this.archive = archive;
        this.sealer = sealer;
        this.segmentBytes = segmentBytes;
    }

    WalSegment segment(boolean afterGap) throws SQLException {
        int timeline;
        long position;
        try (Statement statement = replication.createStatement();
                ResultSet row = statement.executeQuery("IDENTIFY_SYSTEM")) {
            row.next();
            timeline = row.getInt("timeline");
            position = LogSequenceNumber.valueOf(row.getString("xlogpos")).asLong();
        }
        long begin = timeline == 1 ? position : archiveHistory(timeline);
        if (afterGap) {
            return WalSegment.containing(timeline, position, segmentBytes);
        }
        return archive.findNext(timeline, segmentBytes)
                .orElseGet(() -> WalSegment.containing(timeline, begin, segmentBytes));
    }

    /** Without it a restore cannot follow the timeline from the one before. Answers with where it began. */
    private long archiveHistory(int timeline) throws SQLException {
        try (Statement statement = replication.createStatement();
                ResultSet row = statement.executeQuery("TIMELINE_HISTORY " + timeline)) {
            row.next();
            String history = row.getString("content");
            archive.putHistory(timeline, history.getBytes(UTF_8), sealer);
            // Each line: the timeline before, where it was left, why; tabs between.
            String last = history.strip().lines().reduce((_, line) -> line).orElseThrow();
            return LogSequenceNumber.valueOf(last.split("\t", -1)[1]).asLong();
        }
    }
}
