package rw.ishemalink.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.backup.base.BackupException;
import rw.ishemalink.backup.catalog.BackupPart;
import rw.ishemalink.backup.catalog.LogicalCopy;
import rw.ishemalink.backup.catalog.TableCopy;
import rw.ishemalink.backup.logical.LogicalCheck;
import rw.ishemalink.backup.seal.Opener;
import rw.ishemalink.backup.seal.SealKeys;
import rw.ishemalink.backup.store.ObjectStore;
import rw.ishemalink.backup.store.S3Store;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.local.backup.CopyRestore.Filled;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.PartOptions;
import rw.ishemalink.local.parts.PostgresPart;

/** Databases full of oddities go into a store, and come out of it into a server that never knew them. */
class LogicalCopyTest {

    private static final List<String> TABLES = List.of("odd", "parted", "plain_serial", "outbox");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path elsewhere;

    @SuppressWarnings("NullAway.Init")
    private PostgresPart postgres;

    @SuppressWarnings("NullAway.Init")
    private DatabaseArchive archive;

    @SuppressWarnings("NullAway.Init")
    private JdbcAccess access;

    @BeforeEach
    void start() throws Exception {
        PartOptions options = PartOptions.forTests(home);
        postgres = PostgresPart.start(options, 0);
        archive = new DatabaseArchive(options, postgres, home.resolve("objects"), 0, 0, ArchiveMode.FOLLOWING);
        archive.store().start();
        try (S3Store store = new S3Store(archive.store().access("ishemalink-backups"))) {
            store.createBucketIfAbsent();
        }
        access = postgres.server().createDatabaseIfAbsent("booking");
        try (InputStream odd =
                Objects.requireNonNull(LogicalCopyTest.class.getResourceAsStream("odd.sql"), "odd.sql")) {
            execute(access, new String(odd.readAllBytes(), UTF_8));
        }
        // So many transactions that a new server is far behind.
        execute(access, "do $$ begin for i in 1..5000 loop perform pg_current_xact_id(); commit; end loop; end $$");
        execute(access, "insert into outbox default values");
    }

    @AfterEach
    void stop() {
        archive.store().stop();
        postgres.close();
    }

    @Test
    void everyRowComesBackInAServerThatHasNothing() throws Exception {
        LogicalCopy copy = archive.takeLogical();
        execute(access, "insert into odd (id, said) overriding system value values (99, 'after the copy')");

        assertThat(archive.check(copy)).isEmpty();
        assertThat(archive.listLogical()).containsExactly(copy);
        try (PostgresPart other = PostgresPart.start(PartOptions.forTests(elsewhere), 0)) {
            CopyRestore restore = new CopyRestore(archive, other.server());
            assertThat(restore.all(copy)).flatExtracting(Filled::differences).isEmpty();

            JdbcAccess there = other.server().access("booking");
            execute(access, "delete from odd where id = 99");
            for (String table : TABLES) {
                assertThat(rows(there, table)).isNotEmpty().isEqualTo(rows(access, table));
            }
            keepsItsRules(there);
            countsOnFromThere(there);
            assertThatThrownBy(() -> restore.all(copy))
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("not empty");
        }
    }

    /** Keys, checks, triggers, partitions and refusals are there again, and each name means what it meant. */
    private static void keepsItsRules(JdbcAccess there) throws SQLException {
        assertThatThrownBy(() -> execute(there, "insert into child values (7, 4711)"))
                .hasMessageContaining("child_of_odd");
        assertThatThrownBy(() -> execute(there, "update odd set said = 'changed' where id = 1"))
                .hasMessageContaining("nobody changes this");
        assertThatThrownBy(() -> execute(there, "insert into parted values ('rw', 1, 'twice')"))
                .hasMessageContaining("parted_rw_pkey");
        execute(there, "insert into parted values ('ug', 5, 'to the rest')");
        assertThat(rows(there, "parted_rest")).anyMatch(row -> row.contains("to the rest"));
        assertThat(rows(there, "a_view")).hasSize(1);
    }

    /** Sequences go on where they were; transactions have numbers that no row knows yet. */
    private static void countsOnFromThere(JdbcAccess there) throws SQLException {
        execute(there, "insert into plain_serial (what) values ('next')");
        assertThat(rows(there, "plain_serial where what = 'next'")).containsExactly("{\"id\":43,\"what\":\"next\"}");
        assertThat(rows(there, "outbox where xid >= pg_current_xact_id()")).isEmpty();
    }

    @Test
    void whatHappensMeanwhileDoesNotShow() throws Exception {
        execute(
                access,
                "create table a_left as select generate_series(1, 3000) as id; create table z_right (id int not null)");
        AtomicInteger moved = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> move(access, moved, done));
        await().until(() -> moved.get() > 20);

        LogicalCopy copy = archive.takeLogical();
        done.set(true);
        writer.join();

        new CopyRestore(archive, postgres.server()).one(copy, "booking", "of_one_moment", Optional.empty());
        JdbcAccess there = postgres.server().access("of_one_moment");
        int right = rows(there, "z_right").size();
        assertThat(rows(there, "a_left").size() + right).isEqualTo(3000);
        assertThat(right).isBetween(20, moved.get() - 1);
    }

    /** A row after the other to the other table; partitions come, and once one goes. */
    private static void move(JdbcAccess access, AtomicInteger moved, AtomicBoolean done) {
        String move = "delete from a_left where id = %1$d; insert into z_right values (%1$d)";
        String make = "create table outbox_at_%1$d partition of outbox for values from (%1$d00) to (%1$d99)";
        try {
            while (!done.get() && moved.get() < 3000) {
                int id = moved.incrementAndGet();
                execute(access, move.formatted(id));
                if (id % 10 == 0) {
                    execute(access, make.formatted(id));
                }
                if (id == 40) {
                    execute(access, "drop table outbox_at_20");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void oneTableComesBackBesideTheLivingOne() throws Exception {
        LogicalCopy copy = archive.takeLogical();
        execute(access, "delete from parted");

        CopyRestore restore = new CopyRestore(archive, postgres.server());
        Filled filled = restore.one(copy, "booking", "booking_before", Optional.of("public.parted"));

        assertThat(filled.rows()).isEqualTo(3);
        assertThat(rows(postgres.server().access("booking_before"), "parted")).hasSize(3);
        assertThat(rows(postgres.server().access("booking_before"), "odd")).isEmpty();
        assertThatThrownBy(() -> restore.one(copy, "booking", "booking_2", Optional.of("public.none")))
                .hasMessageContaining("no table public.none");
    }

    @Test
    void aPartThatIsMissingChangedCutOrForAnotherKeyIsNamed() {
        LogicalCopy copy = archive.takeLogical();
        List<BackupPart> parts = copy.find("booking").orElseThrow().tables().stream()
                .map(TableCopy::parts)
                .map(List::getFirst)
                .toList();
        try (ObjectStore store = archive.open()) {
            Opener stranger = new Opener(SealKeys.generate().identity());
            assertThat(new LogicalCheck(store, Optional.of(stranger)).check(copy))
                    .isNotEmpty()
                    .allMatch(wrong -> wrong.endsWith("cannot be opened"));

            byte[] changed = store.get(parts.get(0).key());
            changed[changed.length / 2] ^= 1;
            store.put(parts.get(0).key(), changed);
            byte[] whole = store.get(parts.get(1).key());
            store.put(parts.get(1).key(), Arrays.copyOf(whole, whole.length - 7));
            store.delete(parts.get(2).key());

            assertThat(new LogicalCheck(store, Optional.empty()).check(copy))
                    .containsExactly(
                            parts.get(0).key() + " was changed",
                            parts.get(1).key() + " was changed",
                            parts.get(2).key() + " is missing");
        }
        assertThatThrownBy(() ->
                        new CopyRestore(archive, postgres.server()).one(copy, "booking", "damaged", Optional.empty()))
                .isInstanceOf(BackupException.class);
    }

    @Test
    void whatCannotBeCopiedIsRefusedByName() throws Exception {
        execute(access, "create domain plate as text check (value like 'R%')");

        assertThatThrownBy(archive::takeLogical)
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("type public.plate");
        assertThat(archive.listLogical()).isEmpty();
    }

    private static List<String> rows(JdbcAccess access, String table) throws SQLException {
        try (Connection connection = new Sql(access).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select row_to_json(t)::text from (select * from " + table + ") t order by 1")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void execute(JdbcAccess access, String statements) throws SQLException {
        new Sql(access).run(statements);
    }
}
