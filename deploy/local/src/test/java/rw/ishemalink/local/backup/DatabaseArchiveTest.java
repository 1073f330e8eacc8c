package rw.ishemalink.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.backup.base.BackupException;
import rw.ishemalink.backup.base.RecoveryTarget;
import rw.ishemalink.backup.catalog.Backup;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.PartOptions;
import rw.ishemalink.local.parts.PostgresPart;

/** A real server, its archive in a real store, a disaster, and what is there afterwards. */
class DatabaseArchiveTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void nothingThatWasAnsweredIsLostWithTheDatabase() throws Exception {
        PartOptions options = PartOptions.forTests(home);
        try (PostgresPart postgres = PostgresPart.start(options, 0)) {
            DatabaseArchive archive =
                    new DatabaseArchive(options, postgres, home.resolve("objects"), 0, 0, ArchiveMode.SYNCHRONOUS);
            try {
                JdbcAccess access = postgres.server().createDatabaseIfAbsent("booking");
                execute(access, "create table told (id int primary key, at timestamptz default clock_timestamp())");
                archive.start();
                AtomicInteger answered = new AtomicInteger();
                Thread writer = Thread.ofPlatform().start(() -> write(access, answered));
                await().until(() -> answered.get() > 20);
                Backup backup = archive.take();
                int atBackup = answered.get();
                await().until(() -> answered.get() > atBackup + 20);
                assertThat(archive.check(backup)).isEmpty();
                assertThat(metrics(archive)).contains("ishema_archive_connected 1", "ishema_archive_lag_seconds");

                postgres.kill();
                Folders.delete(postgres.dataFolder());
                writer.join();
                archive.archive().stop();

                DatabaseRestore restore = new DatabaseRestore(options, archive);
                restore.run(new RecoveryTarget.Latest());
                postgres.start();
                assertThat(count(access)).isGreaterThanOrEqualTo(answered.get());

                goesOnAfterwards(postgres, archive, restore, access);
            } finally {
                archive.archive().stop();
                archive.store().stop();
            }
        }
    }

    /** The restored server is archived as before; then somebody deletes a table, and the moment before is wanted. */
    private static void goesOnAfterwards(
            PostgresPart postgres, DatabaseArchive archive, DatabaseRestore restore, JdbcAccess access)
            throws Exception {
        archive.archive().start();
        archive.take();
        execute(access, "insert into told (id) values (1000001)");
        Instant before = Instant.parse(new Sql(access)
                .ask("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
        execute(access, "insert into told (id) values (1000002)");
        execute(access, "drop table told");
        execute(access, "select pg_switch_wal()");

        assertThatThrownBy(() -> restore.run(new RecoveryTarget.Latest()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("not empty");
        archive.archive().stop();
        postgres.kill();
        Folders.delete(postgres.dataFolder());
        restore.run(new RecoveryTarget.Moment(before));
        postgres.start();

        assertThat(new Sql(access).ask("select count(*) from told where id = 1000001"))
                .isEqualTo("1");
        assertThat(new Sql(access).ask("select count(*) from told where id = 1000002"))
                .isEqualTo("0");
    }

    private static void write(JdbcAccess access, AtomicInteger answered) {
        try (Connection connection = new Sql(access).connect();
                Statement statement = connection.createStatement()) {
            while (true) {
                statement.execute("insert into told (id) values (" + (answered.get() + 1) + ")");
                answered.incrementAndGet();
            }
        } catch (SQLException e) {
            // The disaster.
            return;
        }
    }

    private static int count(JdbcAccess access) throws SQLException {
        return Integer.parseInt(new Sql(access).ask("select count(*) from told"));
    }

    private static void execute(JdbcAccess access, String statement) throws SQLException {
        new Sql(access).run(statement);
    }

    private static String metrics(DatabaseArchive archive) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(archive.archive().metricsUrl())
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
