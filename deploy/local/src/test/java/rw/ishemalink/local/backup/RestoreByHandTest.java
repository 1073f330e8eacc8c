package rw.ishemalink.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.backup.base.BackupException;
import rw.ishemalink.backup.program.BackupProgram;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.PartOptions;
import rw.ishemalink.local.parts.PostgresPart;

/** The program that restores where nothing of this module runs: in a container. */
class RestoreByHandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void a_server_recovers_from_what_was_laid_out_and_what_lay_there_is_kept() throws Exception {
        PartOptions options = PartOptions.forTests(home);
        try (PostgresPart postgres = PostgresPart.start(options, 0)) {
            DatabaseArchive archive =
                    new DatabaseArchive(options, postgres, home.resolve("objects"), 0, 0, ArchiveMode.SYNCHRONOUS);
            try {
                JdbcAccess access = postgres.server().createDatabaseIfAbsent("booking");
                Sql sql = new Sql(access);
                sql.run("create table told (id int primary key)");
                archive.start();
                program(postgres, archive).run(List.of("take"));
                sql.run("insert into told (id) values (1)");
                BackupProgram program = program(postgres, archive);

                assertThatThrownBy(() -> program.run(List.of("restore")))
                        .isInstanceOf(BackupException.class)
                        .hasMessageContaining("stop it first");
                postgres.kill();
                archive.archive().stop();
                program(postgres, archive).run(List.of("restore"));
                postgres.start();

                // It lets nobody in before it takes writes.
                sql.run("insert into told (id) values (2)");
                assertThat(sql.ask("select count(*) from told")).isEqualTo("2");
                program(postgres, archive).run(List.of("verify"));
                assertThat(said.toString(UTF_8))
                        .contains("what was there lies in", "services are to hear again", "logical: 0 rows of")
                        .containsPattern("right: \\S+ .*timeline 1\\nright: \\S+ .*logical: ");
            } finally {
                archive.archive().stop();
                archive.store().stop();
            }
        }
    }

    private BackupProgram program(PostgresPart postgres, DatabaseArchive archive) {
        Map<String, String> environment =
                new HashMap<>(archive.store().access("ishemalink-backups").toEnvironment());
        environment.put(
                "ISHEMA_BACKUP_JDBC_URL", postgres.server().access("postgres").url());
        environment.put("ISHEMA_BACKUP_USER", postgres.server().user());
        environment.put("ISHEMA_BACKUP_PASSWORD", postgres.server().password());
        environment.put("ISHEMA_BACKUP_DATA", postgres.dataFolder().toString());
        environment.put("ISHEMA_BACKUP_RECIPIENT", archive.keys().seal().recipient());
        environment.put("ISHEMA_BACKUP_CLUSTER", DatabaseArchive.CLUSTER.name());
        ByteArrayInputStream identity =
                new ByteArrayInputStream(archive.keys().seal().identity().getBytes(UTF_8));
        return new BackupProgram(environment, Clock.systemUTC(), identity, new PrintStream(said, true, UTF_8));
    }
}
