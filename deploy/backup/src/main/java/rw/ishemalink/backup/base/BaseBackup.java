package rw.ishemalink.backup.base;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.postgresql.replication.LogSequenceNumber;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.catalog.BackupCatalog;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.seal.Sealer;
import rw.ishemalink.backup.source.Source;
import rw.ishemalink.backup.store.ObjectStore;
import rw.ishemalink.backup.wal.WalArchive;
import rw.ishemalink.backup.wal.WalReceiver;
import rw.ishemalink.backup.wal.WalSegment;

/** Takes a whole copy of a working cluster. The continuous archive must run: its log belongs to the copy. */
public final class BaseBackup {

    private static final String STREAMS = "select count(*) from pg_stat_replication where application_name = '"
            + WalReceiver.NAME + "' and state = 'streaming'";
    private static final Duration STREAM_PATIENCE = Duration.ofSeconds(30);
    private static final Duration ARCHIVE_PATIENCE = Duration.ofMinutes(2);

    private final Source source;
    private final ObjectStore store;
    private final Cluster cluster;
    private final Sealer sealer;
    private final Clock clock;

    public BaseBackup(Source source, ObjectStore store, Cluster cluster, Sealer sealer, Clock clock) {
        this.source = source;
        this.store = store;
        this.cluster = cluster;
        this.sealer = sealer;
        this.clock = clock;
    }

    private record Stopped(long lsn, String label) {}

    /**
     * Takes it; answers when it counts.
     *
     * @throws BackupException when it cannot be taken; what was stored of it is pruned later
     */
    public Backup take() {
        Instant startedAt = clock.instant();
        String id = BackupCatalog.id(startedAt);
        BackupCatalog catalog = new BackupCatalog(store, cluster);
        ClusterFiles files = new ClusterFiles(source.data());
        files.requireNoTablespaces();
        PartWriter parts = new PartWriter(store, sealer, catalog.folder(id));
        try (Connection connection = source.connect()) {
            String system = Source.systemIdentifier(connection);
            int segmentBytes = Source.segmentBytes(connection);
            awaitStream(connection);
            long start = start(connection, id);
            int timeline = Source.timeline(connection);
            Stopped stopped = copy(connection, files, parts);
            awaitArchive(WalSegment.containing(timeline, start, segmentBytes), stopped.lsn());
            Backup backup = new Backup(
                    id,
                    sealer.recipient(),
                    system,
                    startedAt,
                    clock.instant(),
                    timeline,
                    segmentBytes,
                    start,
                    stopped.lsn(),
                    parts.parts());
            catalog.write(backup);
            return backup;
        } catch (SQLException | IOException e) {
            throw new BackupException("the backup failed: " + e.getMessage(), e);
        } finally {
            parts.close();
        }
    }

    /** From here on every byte of the log goes to the archive. */
    private static void awaitStream(Connection connection) throws SQLException {
        long deadline = System.nanoTime() + STREAM_PATIENCE.toNanos();
        while (Source.ask(connection, STREAMS).equals("0")) {
            if (System.nanoTime() > deadline) {
                throw new BackupException("the archive does not run; a backup without the log of its time is none");
            }
            pause();
        }
    }

    /** With a checkpoint at once: nobody waits five minutes for a backup to begin. */
    private static long start(Connection connection, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select pg_backup_start(?, true)")) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return LogSequenceNumber.valueOf(row.getString(1)).asLong();
            }
        }
    }

    private Stopped copy(Connection connection, ClusterFiles files, PartWriter parts) throws IOException, SQLException {
        try (ClusterTar tar = new ClusterTar(parts)) {
            for (Path file : files.list()) {
                tar.add(source.data(), file);
            }
            Stopped stopped = stop(connection);
            tar.add("backup_label", stopped.label().getBytes(UTF_8));
            return stopped;
        }
    }

    private static Stopped stop(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select lsn, labelfile from pg_backup_stop(false)")) {
            row.next();
            return new Stopped(LogSequenceNumber.valueOf(row.getString(1)).asLong(), row.getString(2));
        }
    }

    private void awaitArchive(WalSegment first, long stop) {
        WalArchive archive = new WalArchive(store, cluster);
        long deadline = System.nanoTime() + ARCHIVE_PATIENCE.toNanos();
        while (!archive.holds(first, stop)) {
            if (System.nanoTime() > deadline) {
                throw new BackupException("the archive has not got the log of the backup: see its figures");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackupException("interrupted while waiting for the archive", e);
        }
    }
}
