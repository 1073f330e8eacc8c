package rw.ishemalink.backup.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.catalog.LogicalCopy;
import rw.ishemalink.backup.wal.ArchiveState;

/** The page of figures. A figure that is not known is left out: an alert asks for its absence, too. */
public record Figures(BackupState backups, ArchiveState archive) {

    /** As of that moment. */
    public String at(Instant now) {
        StringBuilder page = new StringBuilder();
        backups.latest().ifPresent(backup -> addBackup(page, backup, now));
        backups.latestLogical().ifPresent(copy -> addLogical(page, copy, now));
        backups.verifiedAt()
                .ifPresent(at -> gauge(
                        page,
                        "ishema_backup_verified_age_seconds",
                        "since a backup was read back, compared and, with the identity, opened",
                        seconds(Duration.between(at, now))));
        counter(
                page,
                "ishema_backup_failures_total",
                "backups, logical copies, verifications and prunings that failed",
                backups.failures());
        gauge(page, "ishema_archive_connected", "1 while the log is streamed", archive.isConnected() ? 1 : 0);
        gauge(
                page,
                "ishema_archive_lag_bytes",
                "of the log that the server has and the archive not",
                archive.lagBytes());
        gauge(
                page,
                "ishema_archive_lag_seconds",
                "for how long the archive has not had everything: what a loss would cost",
                seconds(archive.lag(now)));
        counter(page, "ishema_archive_failures_total", "interruptions of the stream", archive.failures());
        counter(page, "ishema_archive_gaps_total", "times the server had not kept what came next", archive.gaps());
        return page.toString();
    }

    private static void addBackup(StringBuilder page, Backup backup, Instant now) {
        gauge(
                page,
                "ishema_backup_age_seconds",
                "since the last whole backup",
                seconds(Duration.between(backup.endedAt(), now)));
        gauge(page, "ishema_backup_bytes", "of the last whole backup, before sealing", backup.bytes());
        gauge(page, "ishema_backup_sealed_bytes", "of it in the store", backup.sealedBytes());
        gauge(
                page,
                "ishema_backup_duration_seconds",
                "that it took",
                seconds(Duration.between(backup.startedAt(), backup.endedAt())));
    }

    private static void addLogical(StringBuilder page, LogicalCopy copy, Instant now) {
        gauge(
                page,
                "ishema_backup_logical_age_seconds",
                "since the last whole logical copy",
                seconds(Duration.between(copy.endedAt(), now)));
        gauge(page, "ishema_backup_logical_rows", "in the last whole logical copy", copy.rows());
        gauge(page, "ishema_backup_logical_sealed_bytes", "of it in the store", copy.sealedBytes());
        gauge(
                page,
                "ishema_backup_logical_duration_seconds",
                "that it took",
                seconds(Duration.between(copy.startedAt(), copy.endedAt())));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1_000.0;
    }

    private static void gauge(StringBuilder page, String name, String help, Number value) {
        add(page, name, help, "gauge", value);
    }

    private static void counter(StringBuilder page, String name, String help, Number value) {
        add(page, name, help, "counter", value);
    }

    private static void add(StringBuilder page, String name, String help, String type, Number value) {
        page.append(
                String.format(Locale.ROOT, "# HELP %s %s%n# TYPE %s %s%n%s %s%n", name, help, name, type, name, value));
    }
}
