package rw.ishemalink.kit.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rw.ishemalink.kit.testing.Patience.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.parts.PartOptions;
import rw.ishemalink.local.parts.PostgresPart;
import rw.ishemalink.local.parts.PostgresReplica;

/** Against a real primary and a real replica that follows it by streaming. */
class ReadsTest {

    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final String DATABASE = "booking";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static PostgresPart primary;

    @SuppressWarnings("NullAway.Init")
    private static PostgresReplica replica;

    private final List<Reads> opened = new ArrayList<>();

    @BeforeAll
    static void startBoth() {
        primary = PostgresPart.start(PartOptions.forTests(folder.resolve("primary")), 0);
        JdbcAccess database = primary.server().createDatabaseIfAbsent(DATABASE);
        at(database).useHandle(sql -> sql.execute("create table booking (number int primary key)"));
        replica = new PostgresReplica(PartOptions.forTests(folder.resolve("replica")), primary.server());
        replica.start();
    }

    @AfterAll
    static void stopBoth() {
        replica.kill();
        primary.kill();
        replica.deleteDataElsewhere();
        primary.deleteDataElsewhere();
    }

    @BeforeEach
    void replicaFollows() {
        if (!replica.isAlive()) {
            replica.start();
        }
        atReplica("select pg_wal_replay_resume()");
        atPrimary("truncate booking");
    }

    @AfterEach
    void close() {
        opened.forEach(reads -> reads.stop(new ShutdownEvent()));
    }

    @Test
    void searchesReadFromTheReplicaAndSeeWhatWasCommittedBeforeTheBound() {
        Reads reads = reads(replica.server().access(DATABASE));
        awaitFrom(reads, Source.REPLICA);

        atPrimary("insert into booking values (1), (2), (3)");

        await().until(() -> reads.read(ReadsTest::count) == 3);
        assertThat(reads.read(ReadsTest::source)).isEqualTo(Source.REPLICA);
    }

    @Test
    void withoutAReplicaEverythingIsReadFromThePrimary() {
        Reads reads = reads(Optional.empty());

        assertThat(reads.read(ReadsTest::source)).isEqualTo(Source.PRIMARY);
    }

    @Test
    void aReplicaThatIsFurtherBehindThanTheBoundIsPassedOverUntilItHasCaughtUp() {
        Reads reads = reads(replica.server().access(DATABASE));
        awaitFrom(reads, Source.REPLICA);

        atReplica("select pg_wal_replay_pause()");
        atPrimary("insert into booking values (1)");
        awaitFrom(reads, Source.PRIMARY);
        assertThat(reads.read(ReadsTest::count)).isEqualTo(1);

        atReplica("select pg_wal_replay_resume()");
        awaitFrom(reads, Source.REPLICA);
        assertThat(reads.read(ReadsTest::count)).isEqualTo(1);
    }

    @Test
    void nothingThatIsShownIsOlderThanTheBound() {
        Reads reads = reads(replica.server().access(DATABASE));
        awaitFrom(reads, Source.REPLICA);
        atReplica("select pg_wal_replay_pause()");

        for (int number = 1; number <= 20; number++) {
            atPrimary("insert into booking values (" + number + ")");
            long committed = System.nanoTime();
            int upTo = number;
            await().pollInterval(Duration.ofMillis(5)).until(() -> reads.read(ReadsTest::count) == upTo);
            // What the query itself takes is on top.
            assertThat(Duration.ofNanos(System.nanoTime() - committed)).isLessThan(BOUND.plusSeconds(1));
        }
    }

    @Test
    void aReplicaThatIsKilledWhileEverybodyReadsIsNoticedByNobody() {
        Reads reads = reads(replica.server().access(DATABASE));
        atPrimary("insert into booking values (1)");
        awaitFrom(reads, Source.REPLICA);

        CompletableFuture<Void> kill = CompletableFuture.runAsync(replica::kill);
        do {
            assertThat(reads.read(ReadsTest::count)).isLessThanOrEqualTo(1);
        } while (!kill.isDone() || reads.read(ReadsTest::source) == Source.REPLICA);
        assertThat(reads.read(ReadsTest::count)).isEqualTo(1);

        replica.start();
        awaitFrom(reads, Source.REPLICA);
    }

    @Test
    void aQueryThatTheReplicaGivesUpToFollowOnIsAnsweredByThePrimary() {
        Reads reads = reads(replica.server().access(DATABASE));
        atReplica("alter system set max_standby_streaming_delay = '50ms'");
        atReplica("select pg_reload_conf()");
        atPrimary("insert into booking values (1)");
        awaitFrom(reads, Source.REPLICA);
        await().until(() -> reads.read(ReadsTest::count) == 1);

        CompletableFuture<List<String>> sources = CompletableFuture.supplyAsync(() -> {
            List<String> asked = new ArrayList<>();
            reads.read(sql -> {
                asked.add(source(sql).name());
                return sql.createQuery("select number from booking, pg_sleep(2)")
                        .mapTo(Integer.class)
                        .list();
            });
            return asked;
        });
        await().until(() -> at(replica.server().access(DATABASE)).withHandle(sql -> sql.createQuery(
                        "select exists (select from pg_stat_activity where query like 'select number%')")
                .mapTo(Boolean.class)
                .one()));
        atPrimary("truncate booking");

        assertThat(sources.join()).containsExactly("REPLICA", "PRIMARY");
    }

    @Test
    void nothingIsWrittenThroughIt() {
        Reads withReplica = reads(replica.server().access(DATABASE));
        Reads without = reads(Optional.empty());
        awaitFrom(withReplica, Source.REPLICA);

        assertThatThrownBy(() -> withReplica.read(ReadsTest::insert)).hasMessageContaining("read-only transaction");
        assertThatThrownBy(() -> without.read(ReadsTest::insert)).hasMessageContaining("read-only transaction");

        assertThat(without.read(ReadsTest::count)).isZero();
        assertThat(withReplica.read(ReadsTest::source)).isEqualTo(Source.REPLICA);
    }

    @Test
    void whatIsNoReplicaOfThisDatabaseIsNotReadFrom() {
        JdbcAccess other = primary.server().createDatabaseIfAbsent("payment");
        try (PostgresPart stranger = PostgresPart.start(PartOptions.forTests(folder.resolve("stranger")), 0)) {
            Reads fromStranger = reads(stranger.server().createDatabaseIfAbsent(DATABASE));
            Reads fromAnother = reads(replica.server().access("payment"));
            Reads fromItself = reads(primary.server().access(DATABASE));

            assertThat(other.url()).endsWith("payment");
            await().during(BOUND).until(() -> Stream.of(fromStranger, fromAnother, fromItself)
                    .allMatch(reads ->
                            reads.read(ReadsTest::count) == 0 && reads.read(ReadsTest::source) == Source.PRIMARY));
            stranger.deleteDataElsewhere();
        }
    }

    private enum Source {
        PRIMARY,
        REPLICA
    }

    private Reads reads(JdbcAccess copy) {
        return reads(Optional.of(copy));
    }

    private Reads reads(Optional<JdbcAccess> copy) {
        Reads reads =
                new Reads(at(primary.server().access(DATABASE)), new Settings(copy, BOUND), new SimpleMeterRegistry());
        opened.add(reads);
        reads.start(new StartupEvent());
        return reads;
    }

    private static void awaitFrom(Reads reads, Source source) {
        await().until(() -> reads.read(ReadsTest::source) == source);
    }

    private static Source source(Handle sql) {
        return sql.createQuery("select pg_is_in_recovery()")
                        .mapTo(Boolean.class)
                        .one()
                ? Source.REPLICA
                : Source.PRIMARY;
    }

    private static int count(Handle sql) {
        return sql.createQuery("select count(*) from booking")
                .mapTo(Integer.class)
                .one();
    }

    private static int insert(Handle sql) {
        return sql.execute("insert into booking values (99)");
    }

    private static void atPrimary(String statement) {
        at(primary.server().access(DATABASE)).useHandle(sql -> sql.execute(statement));
    }

    private static void atReplica(String statement) {
        at(replica.server().access(DATABASE)).useHandle(sql -> sql.execute(statement));
    }

    private static Jdbi at(JdbcAccess database) {
        return Jdbi.create(database.url(), database.user(), database.password());
    }
}
