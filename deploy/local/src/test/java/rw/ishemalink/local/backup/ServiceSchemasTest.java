package rw.ishemalink.local.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.backup.catalog.LogicalCopy;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.local.parts.PartOptions;
import rw.ishemalink.local.parts.PostgresPart;

/** Every service's tables, functions, triggers and partitions, as its migrations make them, in a logical copy. */
class ServiceSchemasTest {

    private static final Path CHECKOUT = Path.of("../..");
    private static final String OUTBOX = "service-kit/src/main/resources/db/kit/V0_1__outbox_and_inbox.sql";
    private static final String MIGRATIONS = "src/main/resources/db/migration";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void everySchemaComesBackAsItIsWrittenDown() throws Exception {
        PartOptions options = PartOptions.forTests(home);
        try (PostgresPart postgres = PostgresPart.start(options, 0)) {
            DatabaseArchive archive =
                    new DatabaseArchive(options, postgres, home.resolve("objects"), 0, 0, ArchiveMode.FOLLOWING);
            archive.start();
            try {
                List<Path> services = services();
                assertThat(services).hasSizeGreaterThan(5);
                for (Path service : services) {
                    Sql database = new Sql(postgres.server().createDatabaseIfAbsent(name(service)));
                    database.run(Files.readString(CHECKOUT.resolve(OUTBOX)));
                    migrate(database, service.resolve(MIGRATIONS));
                }
                // Tables that only an operator's word makes.
                new Sql(postgres.server().access("booking-service")).run("select give_own_part('large')");
                LogicalCopy copy = archive.takeLogical();
                assertThat(archive.check(copy)).isEmpty();
                CopyRestore restore = new CopyRestore(archive, postgres.server());
                for (Path service : services) {
                    comesBack(restore, copy, name(service));
                }
            } finally {
                archive.archive().stop();
                archive.store().stop();
            }
        }
    }

    private static void comesBack(CopyRestore restore, LogicalCopy copy, String name) {
        assertThat(copy.find(name).orElseThrow().tables()).as(name).isNotEmpty();
        assertThat(restore.one(copy, name, name + "-back", Optional.empty()).differences())
                .as(name)
                .isEmpty();
    }

    private static String name(Path service) {
        return service.getFileName().toString();
    }

    private static List<Path> services() throws IOException {
        try (Stream<Path> folders = Files.list(CHECKOUT)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve(MIGRATIONS)))
                    .sorted()
                    .toList();
        }
    }

    private static void migrate(Sql database, Path folder) throws IOException, SQLException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted(Comparator.comparing(ServiceSchemasTest::version))
                    .toList()) {
                database.run(Files.readString(file));
            }
        }
    }

    private static int version(Path migration) {
        String name = migration.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }
}
