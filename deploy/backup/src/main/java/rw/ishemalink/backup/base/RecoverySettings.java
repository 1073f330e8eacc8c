package rw.ishemalink.backup.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** What tells a server to recover from an archive (PostgreSQL's manual, "Continuous Archiving and Point-in-Time Recovery"). */
final class RecoverySettings {

    /** Without the name of a zone, which is not known yet when it is read. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS+00").withZone(ZoneOffset.UTC);

    private static final String FILE = "postgresql.auto.conf";

    /** The slot that kept the log for the archive is lost with the server: the new timeline must wait for it all the same. */
    private static final String KEPT_FOR_THE_ARCHIVE = "wal_keep_size = '1GB'";

    private final RecoveryTarget target;
    private final int timeline;
    private final DataFolder folder;
    private final Readers readers;

    RecoverySettings(RecoveryTarget target, int timeline, DataFolder folder, Readers readers) {
        this.target = target;
        this.timeline = timeline;
        this.folder = folder;
        this.readers = readers;
    }

    /** The restored server must not wait for the archive of the lost one. */
    void write() throws IOException {
        Path file = folder.path().resolve(FILE);
        List<String> kept = Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> !line.startsWith("synchronous_standby_names") && !isOurs(line))
                        .toList()
                : List.of();
        Files.write(file, Stream.concat(kept.stream(), settings()).toList());
        Files.writeString(folder.path().resolve("recovery.signal"), "");
    }

    /** Whether the line is of an earlier restore. */
    private static boolean isOurs(String line) {
        return Stream.of("restore_command", "recovery_target", "wal_keep_size", "hot_standby")
                .anyMatch(line::startsWith);
    }

    private Stream<String> settings() {
        String copy = "restore_command = 'cp \""
                + quoted(folder.restoredLog().resolve("%f").toString()) + "\" \"%p\"'";
        Stream<String> always = Stream.of(
                copy,
                "recovery_target_timeline = '" + timeline + "'",
                "recovery_target_action = 'promote'",
                "hot_standby = '" + (readers == Readers.LET_IN ? "on" : "off") + "'",
                KEPT_FOR_THE_ARCHIVE);
        return switch (target) {
            case RecoveryTarget.Latest _ -> always;
            case RecoveryTarget.Moment moment ->
                Stream.concat(always, Stream.of("recovery_target_time = '" + TIME.format(moment.at()) + "'"));
        };
    }

    private static String quoted(String path) {
        if (path.contains("\"") || path.contains("\\") || path.contains("$") || path.contains("`")) {
            throw new BackupException(
                    "the log cannot be restored through the folder " + path + ": choose one whose name has no quotes");
        }
        return path.replace("'", "''");
    }
}
