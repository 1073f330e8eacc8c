package rw.ishemalink.local.backup;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import rw.ishemalink.backup.base.BaseRestore;
import rw.ishemalink.backup.base.DataFolder;
import rw.ishemalink.backup.base.Readers;
import rw.ishemalink.backup.base.RecoveryTarget;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.source.Source;
import rw.ishemalink.backup.store.ObjectStore;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.PartFailedException;
import rw.ishemalink.local.parts.PartOptions;
import rw.ishemalink.local.parts.PostgresPart;

/**
 * Brings the cluster of a home back from its archive. It recovers on a port that nobody knows: a service that reached it half
 * way would take its refusal to write for a fault of the event at hand.
 */
public final class DatabaseRestore {

    private static final Duration PATIENCE = Duration.ofHours(4);
    private static final List<String> RECOVERY_SETTINGS =
            List.of("restore_command", "recovery_target_timeline", "recovery_target_action", "recovery_target_time");

    private final PartOptions options;
    private final DatabaseArchive archive;

    public DatabaseRestore(PartOptions options, DatabaseArchive archive) {
        this.options = options;
        this.archive = archive;
    }

    /**
     * What was done.
     *
     * @param bytes of the data folder
     * @param segments of the log that followed it
     * @param laying until all files lay there
     * @param recovering until the server had followed the log
     */
    public record Restored(Backup backup, long bytes, int segments, Duration laying, Duration recovering) {}

    /**
     * Restores; the cluster's folder must be gone, and nothing may run on it.
     *
     * @throws PartFailedException when there is no backup for that target
     */
    public Restored run(RecoveryTarget target) {
        long begin = System.nanoTime();
        PostgresPart recovering = new PostgresPart(options, 0);
        DataFolder folder = new DataFolder(recovering.dataFolder());
        try (ObjectStore objects = archive.open()) {
            BaseRestore restore = new BaseRestore(objects, DatabaseArchive.CLUSTER, archive.opener());
            Backup backup = restore.find(target)
                    .orElseThrow(() -> new PartFailedException("the store has no backup from before that moment"));
            BaseRestore.Laid laid = restore.restore(backup, target, folder, Readers.LET_IN);
            Duration laying = since(begin);
            long laidAt = System.nanoTime();
            recover();
            folder.deleteRestoredLog();
            return new Restored(backup, laid.bytes(), laid.segments(), laying, since(laidAt));
        }
    }

    /** Chosen anew, so that the files are its account's. */
    private void recover() {
        PostgresPart server = new PostgresPart(options, 0);
        try {
            server.start();
            JdbcAccess access = server.server().access("postgres");
            awaitWritable(server, access);
            forgetRecovery(access);
        } catch (SQLException e) {
            throw new PartFailedException("postgres: the restored server failed: " + e.getMessage(), e);
        } finally {
            server.stop();
        }
    }

    private static void awaitWritable(PostgresPart server, JdbcAccess access) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (Connection connection = connect(access)) {
            while (Source.ask(connection, "select pg_is_in_recovery()").equals("t")) {
                if (!server.isAlive() || System.nanoTime() > deadline) {
                    throw new PartFailedException("postgres: recovery does not end (log: " + server.log() + ")");
                }
                pause();
            }
        }
    }

    private static void forgetRecovery(JdbcAccess access) throws SQLException {
        try (Connection connection = connect(access);
                Statement statement = connection.createStatement()) {
            for (String setting : RECOVERY_SETTINGS) {
                statement.execute("alter system reset " + setting);
            }
        }
    }

    private static Connection connect(JdbcAccess access) throws SQLException {
        return DriverManager.getConnection(access.url(), access.user(), access.password());
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailedException("interrupted while postgres recovered", e);
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Whether the cluster's folder is there. */
    public static boolean isThere(PostgresPart postgres) {
        return Files.exists(postgres.dataFolder().resolve("PG_VERSION"));
    }
}
