package rw.ishemalink.backup.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import rw.ishemalink.backup.catalog.Backups;
import rw.ishemalink.backup.wal.ArchiveState;

class FiguresEndpointTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:30:00Z");

    @Test
    void tellsTheAgeOfTheLastBackupAndForHowLongTheArchiveIsBehind() throws IOException, InterruptedException {
        BackupState backups = new BackupState(
                Optional.of(Backups.endedAt(NOW.minusSeconds(90), 1)),
                Optional.of(Backups.logicalEndedAt(NOW.minusSeconds(50))));
        backups.failed();
        Figures figures = new Figures(backups, new ArchiveState(NOW.minusSeconds(7)));
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (FiguresEndpoint endpoint = FiguresEndpoint.start(any, figures, Clock.fixed(NOW, ZoneOffset.UTC));
                HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> page = get(http, endpoint, "/metrics");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body().lines())
                    .contains(
                            "ishema_backup_age_seconds 90.0",
                            "ishema_backup_duration_seconds 60.0",
                            "ishema_backup_logical_age_seconds 50.0",
                            "ishema_backup_failures_total 1",
                            "ishema_archive_connected 0",
                            "ishema_archive_lag_seconds 7.0",
                            "# TYPE ishema_archive_gaps_total counter")
                    .noneMatch(line -> line.startsWith("ishema_backup_verified"));
            assertThat(get(http, endpoint, "/health").statusCode()).isEqualTo(503);
        }
    }

    @Test
    void whatAlertsAskForIsTold() throws IOException {
        BackupState backups =
                new BackupState(Optional.of(Backups.endedAt(NOW, 1)), Optional.of(Backups.logicalEndedAt(NOW)));
        backups.verified(NOW);
        String page = new Figures(backups, new ArchiveState(NOW)).at(NOW);

        assertThat(Pattern.compile("ishema_\\w+")
                        .matcher(Files.readString(Path.of("../observability/backup.rules.yml")))
                        .results()
                        .map(MatchResult::group))
                .hasSizeGreaterThan(4)
                .allSatisfy(metric -> assertThat(page.lines()).anyMatch(line -> line.startsWith(metric + " ")));
    }

    private static HttpResponse<String> get(HttpClient http, FiguresEndpoint endpoint, String path)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + endpoint.port() + path);
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
}
