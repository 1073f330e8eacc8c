package rw.ishemalink.backup.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.backup.catalog.BackupCatalog;
import rw.ishemalink.backup.catalog.Backups;
import rw.ishemalink.backup.catalog.Cluster;
import rw.ishemalink.backup.catalog.LogicalCatalog;
import rw.ishemalink.backup.figures.BackupState;
import rw.ishemalink.backup.figures.Figures;
import rw.ishemalink.backup.store.RunningStore;
import rw.ishemalink.backup.wal.ArchiveState;

class StoreLookTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:30:00Z");
    private static final Cluster CLUSTER = new Cluster("test");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aCopyTakenByHandEndsTheAlarm() {
        BackupState state = new BackupState(Optional.empty(), Optional.empty());
        Figures figures = new Figures(state, new ArchiveState(NOW));
        RunningStore running = new RunningStore(folder);
        try (running) {
            BackupCatalog backups = new BackupCatalog(running.store(), CLUSTER);
            LogicalCatalog copies = new LogicalCatalog(running.store(), CLUSTER);
            assertThat(figures.at(NOW)).doesNotContain("ishema_backup_age_seconds");

            backups.write(Backups.endedAt(NOW.minusSeconds(7), 1));
            copies.write(Backups.logicalEndedAt(NOW.minusSeconds(5)));
            new StoreLook(backups, copies, state).run();

            assertThat(figures.at(NOW).lines())
                    .contains("ishema_backup_age_seconds 7.0", "ishema_backup_logical_age_seconds 5.0");
        }
    }
}
