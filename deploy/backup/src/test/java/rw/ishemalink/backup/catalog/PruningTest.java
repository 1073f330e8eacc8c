package rw.ishemalink.backup.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.backup.store.RunningStore;
import rw.ishemalink.backup.store.S3Store;
import rw.ishemalink.backup.store.StoredObject;
import rw.ishemalink.backup.wal.WalSegment;

class PruningTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:30:00Z");
    private static final Cluster CLUSTER = new Cluster("rwanda-primary");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void removesOldBackupsAndTheLogThatNoKeptOneNeeds() {
        try (RunningStore running = new RunningStore(folder)) {
            S3Store store = running.store();
            Backup old = written(store, Duration.ofDays(60), 3);
            Backup horizon = written(store, Duration.ofDays(31), 5);
            Backup recent = written(store, Duration.ofDays(1), 8);
            store.put(CLUSTER.backups() + "half/000001", new byte[10]);
            store.put(CLUSTER.wal() + "00000002.history", new byte[10]);
            for (long segment = 1; segment <= 9; segment++) {
                store.put(CLUSTER.wal() + name(segment), new byte[10]);
            }
            store.put(CLUSTER.wal() + name(4) + ".part/00000000-00000100", new byte[10]);

            // What was stored just now and has no manifest is a backup that is being made.
            Pruning.Pruned now = new Pruning(store, CLUSTER, Retention.THIRTY_DAYS).run(NOW);

            assertThat(now.kept()).containsExactly(horizon.id(), recent.id());
            assertThat(keys(store, CLUSTER.backups() + old.id())).isEmpty();
            assertThat(keys(store, CLUSTER.backups() + horizon.id())).hasSize(2);
            assertThat(keys(store, CLUSTER.backups() + "half")).hasSize(1);
            assertThat(keys(store, CLUSTER.wal()))
                    .containsExactly(
                            CLUSTER.wal() + name(5),
                            CLUSTER.wal() + name(6),
                            CLUSTER.wal() + name(7),
                            CLUSTER.wal() + name(8),
                            CLUSTER.wal() + name(9),
                            CLUSTER.wal() + "00000002.history");
            assertThat(new Pruning(store, CLUSTER, Retention.THIRTY_DAYS)
                            .run(NOW)
                            .objects())
                    .isZero();
        }
    }

    @Test
    void keepsTheLogOfABackupThatFollowedARestoreToThePast() {
        try (RunningStore running = new RunningStore(folder)) {
            S3Store store = running.store();
            written(store, Duration.ofDays(2), 9);
            written(store, Duration.ofDays(1), 4);
            for (long segment = 3; segment <= 9; segment++) {
                store.put(CLUSTER.wal() + name(segment), new byte[10]);
            }

            new Pruning(store, CLUSTER, Retention.THIRTY_DAYS).run(NOW);

            assertThat(keys(store, CLUSTER.wal())).hasSize(6).doesNotContain(CLUSTER.wal() + name(3));
        }
    }

    @Test
    void deletesNothingWithoutAWholeBackup() {
        try (RunningStore running = new RunningStore(folder)) {
            running.store().put(CLUSTER.wal() + name(1), new byte[10]);

            new Pruning(running.store(), CLUSTER, Retention.THIRTY_DAYS).run(NOW);

            assertThat(keys(running.store(), "")).hasSize(1);
        }
    }

    @Test
    void removesOldLogicalCopiesAndWhatAnInterruptedOneLeft() {
        Instant now = Instant.now();
        try (RunningStore running = new RunningStore(folder)) {
            S3Store store = running.store();
            LogicalCatalog catalog = new LogicalCatalog(store, CLUSTER);
            store.put(CLUSTER.logical() + "half/booking/1/t0001/000001", new byte[10]);
            assertThat(new Pruning(store, CLUSTER, Retention.THIRTY_DAYS)
                            .run(now)
                            .objects())
                    .isZero();
            List<LogicalCopy> copies = Stream.of(60, 31, 1)
                    .map(days -> Backups.logicalEndedAt(now.minus(Duration.ofDays(days))))
                    .toList();
            copies.forEach(copy -> {
                store.put(catalog.folder(copy.id()) + "/booking/1/t0001/000001", new byte[10]);
                catalog.write(copy);
            });

            // What was stored just now and has no manifest is a copy that is being made; in two days it is none.
            assertThat(new Pruning(store, CLUSTER, Retention.THIRTY_DAYS)
                            .run(now)
                            .keptLogical())
                    .containsExactly(copies.get(1).id(), copies.get(2).id());
            assertThat(keys(store, CLUSTER.logical())).hasSize(5).anyMatch(key -> key.contains("half"));
            new Pruning(store, CLUSTER, Retention.THIRTY_DAYS).run(now.plus(Duration.ofDays(2)));

            assertThat(catalog.list()).containsExactly(copies.get(1), copies.get(2));
            assertThat(keys(store, CLUSTER.logical())).hasSize(4).noneMatch(key -> key.contains("half"));
        }
    }

    private static Backup written(S3Store store, Duration age, long segment) {
        Backup backup = Backups.endedAt(NOW.minus(age), segment);
        store.put(CLUSTER.backups() + backup.id() + "/000001", new byte[10]);
        new BackupCatalog(store, CLUSTER).write(backup);
        return backup;
    }

    private static String name(long segment) {
        return new WalSegment(1, segment, Backups.SEGMENT_BYTES).name();
    }

    private static List<String> keys(S3Store store, String prefix) {
        return store.list(prefix).stream().map(StoredObject::key).toList();
    }
}
