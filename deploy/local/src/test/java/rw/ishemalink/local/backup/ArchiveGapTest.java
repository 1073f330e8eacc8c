package rw.ishemalink.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.backup.seal.SealKeys;
import rw.ishemalink.backup.seal.Sealer;
import rw.ishemalink.backup.source.Source;
import rw.ishemalink.backup.store.ObjectStore;
import rw.ishemalink.backup.store.S3Store;
import rw.ishemalink.backup.store.StoredObject;
import rw.ishemalink.backup.wal.ArchiveMode;
import rw.ishemalink.backup.wal.WalArchive;
import rw.ishemalink.backup.wal.WalReceiver;
import rw.ishemalink.local.parts.PartOptions;
import rw.ishemalink.local.parts.PostgresPart;

/** The log that the archive has not had: the server keeps it, and where it did not, the archive says so and goes on. */
class ArchiveGapTest {

    private static final String SLOT = "from pg_replication_slots where slot_name = '" + WalReceiver.NAME + "'";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private PostgresPart postgres;

    @SuppressWarnings("NullAway.Init")
    private DatabaseArchive archive;

    @BeforeEach
    void startServerAndStore() {
        PartOptions options = PartOptions.forTests(home);
        postgres = PostgresPart.start(options, 0);
        archive = new DatabaseArchive(options, postgres, home.resolve("objects"), 0, 0, ArchiveMode.FOLLOWING);
        archive.store().start();
        try (S3Store store = new S3Store(archive.store().access("ishemalink-backups"))) {
            store.createBucketIfAbsent();
        }
    }

    @AfterEach
    void stopThem() {
        archive.archive().stop();
        archive.store().stop();
        postgres.close();
    }

    @Test
    void the_server_keeps_its_log_from_the_moment_the_archive_connects_even_if_the_store_is_slow() throws Exception {
        CountDownLatch stored = new CountDownLatch(1);
        try (ObjectStore store = archive.open();
                WalReceiver receiver = receive(new SlowStore(store, stored))) {
            await().atMost(PATIENCE).until(() -> receiver.state().isConnected());
            goOnByFiles(3);
            stored.countDown();

            await().atMost(PATIENCE)
                    .until(() ->
                            receiver.state().archived() > 0 && receiver.state().lagBytes() == 0);
            assertThat(receiver.state().gaps()).isZero();
        }
    }

    @Test
    void an_archive_that_was_away_too_long_says_so_and_goes_on_and_the_next_backup_is_whole() throws Exception {
        sql().run("alter system set max_slot_wal_keep_size = '32MB'");
        sql().run("select pg_reload_conf()");
        archive.archive().start();
        archive.take();
        archive.archive().stop();
        goOnByFiles(6);
        assertThat(sql().ask("select wal_status " + SLOT)).isEqualTo("lost");

        try (ObjectStore store = archive.open();
                WalReceiver receiver = receive(store)) {
            await().atMost(PATIENCE)
                    .until(() ->
                            receiver.state().gaps() == 1 && receiver.state().isConnected());
        }
        archive.archive().start();
        assertThat(archive.check(archive.take())).isEmpty();
    }

    /** Sixteen megabytes each, and the server forgets what it need not keep. */
    private void goOnByFiles(int files) throws SQLException {
        for (int file = 0; file < files; file++) {
            sql().run("create table file" + file + " (id int)");
            sql().run("select pg_switch_wal()");
            sql().run("checkpoint");
        }
    }

    private Sql sql() {
        return new Sql(postgres.server().access("postgres"));
    }

    private WalReceiver receive(ObjectStore store) {
        Source source = new Source(
                postgres.server().access("postgres").url(),
                postgres.server().user(),
                postgres.server().password(),
                postgres.dataFolder());
        Sealer sealer = new Sealer(SealKeys.generate().recipient());
        return WalReceiver.start(
                source,
                new WalArchive(store, DatabaseArchive.CLUSTER),
                sealer,
                ArchiveMode.FOLLOWING,
                Clock.systemUTC());
    }

    /** Puts no part of the log before it may. */
    private record SlowStore(ObjectStore store, CountDownLatch mayPut) implements ObjectStore {

        @Override
        public void put(String key, byte[] content) {
            if (key.startsWith(DatabaseArchive.CLUSTER.wal())) {
                try {
                    mayPut.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            store.put(key, content);
        }

        @Override
        public Optional<byte[]> find(String key) {
            return store.find(key);
        }

        @Override
        public List<StoredObject> list(String prefix) {
            return store.list(prefix);
        }

        @Override
        public void delete(String key) {
            store.delete(key);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
