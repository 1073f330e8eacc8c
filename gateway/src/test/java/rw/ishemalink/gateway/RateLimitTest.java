package rw.ishemalink.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import rw.ishemalink.gateway.limit.Allowance;
import rw.ishemalink.gateway.limit.BucketKey;
import rw.ishemalink.gateway.limit.RateLimits;
import rw.ishemalink.gateway.limit.Verdict;
import rw.ishemalink.gateway.limit.store.BucketRows;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.local.parts.JdbcAccess;

/** Limits of two doors over one database, and of one whose database is away. */
class RateLimitTest {

    /** So long a time that nothing comes back while a test runs. */
    private static final Duration LONG = Duration.ofDays(1);

    private static final Vertx VERTX = Vertx.vertx();
    private static DataSource database = source(SharedParts.createDatabase());

    @BeforeAll
    static void make_the_tables() {
        Flyway.configure().dataSource(database).locations("db/migration").load().migrate();
    }

    @AfterAll
    static void end() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void two_doors_share_a_limit() {
        BucketKey key = key(25);
        RateLimits one = door(database);
        RateLimits other = door(database);
        assertThat(admitted(one, key, 15) + admitted(other, key, 15) + admitted(one, key, 15))
                .isEqualTo(25);
    }

    @Test
    void who_is_refused_hears_when_to_come_again() {
        BucketKey key = new BucketKey("codes", UUID.randomUUID().toString(), new Allowance(2, Duration.ofHours(2)));
        RateLimits door = door(database);
        admitted(door, key, 2);
        Verdict verdict = spend(door, key);
        assertThat(verdict.admitted()).isFalse();
        assertThat(verdict.waitSeconds()).isBetween(3_000L, 3_600L);
        assertThat(verdict.policy()).isEqualTo("\"codes\";q=2;w=7200");
        assertThat(verdict.state()).startsWith("\"codes\";r=0;t=3");
    }

    @Test
    void one_bucket_does_not_empty_another() {
        RateLimits door = door(database);
        BucketKey empty = key(3);
        assertThat(admitted(door, empty, 5)).isEqualTo(3);
        assertThat(admitted(door, key(3), 5)).isEqualTo(3);
    }

    @Test
    void a_request_rarely_costs_a_statement() {
        BucketKey key = key(1_000);
        int[] statements = new int[1];
        BucketRows rows = new BucketRows(Jdbi.create(database));
        RateLimits door = new RateLimits(
                (asked, wanted) -> {
                    statements[0]++;
                    return rows.take(asked, wanted);
                },
                VERTX,
                new SimpleMeterRegistry());
        assertThat(admitted(door, key, 950)).isEqualTo(950);
        assertThat(statements[0]).isEqualTo(10);
    }

    @Test
    void a_door_without_its_database_counts_alone_and_refuses_nobody_for_that() {
        PGSimpleDataSource dead = new PGSimpleDataSource();
        dead.setUrl("jdbc:postgresql://127.0.0.1:1/none");
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        RateLimits door = new RateLimits(new BucketRows(Jdbi.create(dead)), VERTX, meters);
        assertThat(admitted(door, key(20), 30)).isEqualTo(20);
        assertThat(meters.counter("ishema.gateway.limits.alone").count()).isPositive();
    }

    private static RateLimits door(DataSource shared) {
        return new RateLimits(new BucketRows(Jdbi.create(shared)), VERTX, new SimpleMeterRegistry());
    }

    private static BucketKey key(int requests) {
        return new BucketKey("writes", UUID.randomUUID().toString(), new Allowance(requests, LONG));
    }

    private static int admitted(RateLimits door, BucketKey key, int requests) {
        return (int) IntStream.range(0, requests)
                .filter(_ -> spend(door, key).admitted())
                .count();
    }

    private static Verdict spend(RateLimits door, BucketKey key) {
        return door.spend(key).toCompletionStage().toCompletableFuture().join();
    }

    private static DataSource source(JdbcAccess access) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        return source;
    }
}
