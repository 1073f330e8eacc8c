package rw.ishemalink.payment.reconciling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rw.ishemalink.payment.collecting.Provider.AIRTEL;
import static rw.ishemalink.payment.collecting.Provider.MTN;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.reconciling.Run;
import rw.ishemalink.payment.reconciling.Run.Counts;
import rw.ishemalink.payment.reconciling.Run.Status;

/** Which day is compared when and by whom, by the clock of a real database. Each test is one transaction, undone after. */
class RunStoreTest {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Jdbi JDBI = database();

    private final RunStore runs = new RunStore();

    private static Jdbi database() {
        var access = SharedParts.createDatabase();
        Flyway.configure()
                .dataSource(access.url(), access.user(), access.password())
                .locations("db/kit", "db/migration")
                .load()
                .migrate();
        return Jdbi.create(access.url(), access.user(), access.password()).installPlugin(new PostgresPlugin());
    }

    @Test
    void a_day_is_due_so_long_after_its_midnight_in_rwanda() {
        undone(sql -> {
            Duration sinceMidnight = sinceMidnight(sql);
            LocalDate today = today(sql);
            runs.plan(sql, sinceMidnight.plusMillis(1));
            assertThat(days(sql, MTN)).containsExactly(today.minusDays(2));
            runs.plan(sql, sinceMidnight);
            assertThat(days(sql, MTN)).containsExactly(today.minusDays(2), today.minusDays(1));
            assertThat(days(sql, AIRTEL)).hasSize(2);
            assertThat(runs.plan(sql, sinceMidnight)).isZero();
        });
    }

    @Test
    void days_that_were_missed_are_made_up_for_a_month_back_at_most() {
        undone(sql -> {
            LocalDate yesterday = today(sql).minusDays(1);
            wanted(sql, yesterday.minusDays(4), true);
            runs.plan(sql, Duration.ZERO);
            assertThat(days(sql, MTN))
                    .containsExactlyElementsOf(yesterday
                            .minusDays(4)
                            .datesUntil(yesterday.plusDays(1))
                            .toList());
        });
        undone(sql -> {
            wanted(sql, today(sql).minusDays(400), true);
            runs.plan(sql, Duration.ZERO);
            assertThat(days(sql, MTN)).hasSize(32);
        });
    }

    @Test
    void an_old_day_that_someone_wants_brings_no_others_with_it() {
        undone(sql -> {
            LocalDate old = today(sql).minusDays(20);
            assertThat(runs.request(sql, MTN, old, UUID.randomUUID())).isPresent();
            runs.plan(sql, Duration.ZERO);
            assertThat(days(sql, MTN)).containsExactly(old, today(sql).minusDays(1));
        });
    }

    @Test
    void today_is_not_compared() {
        undone(sql -> {
            assertThat(runs.request(sql, MTN, today(sql), UUID.randomUUID())).isEmpty();
            assertThat(runs.request(sql, MTN, today(sql).minusDays(1), UUID.randomUUID()))
                    .isPresent();
        });
    }

    @Test
    void one_day_of_a_provider_at_a_time_the_longest_due_first() {
        undone(sql -> {
            LocalDate day = today(sql).minusDays(9);
            wanted(sql, day.plusDays(1), false);
            wanted(sql, day, false);
            Run first = claim(sql).orElseThrow();
            assertThat(first.day()).isEqualTo(day);
            assertThat(claim(sql)).isEmpty();
            runs.request(sql, AIRTEL, day, UUID.randomUUID());
            assertThat(claim(sql).map(Run::provider)).contains(AIRTEL);
            runs.finish(sql, first, PAUSE);
            assertThat(claim(sql).map(Run::day)).contains(day.plusDays(1));
        });
    }

    @Test
    void a_claim_lapses_and_whoever_held_it_is_kept_out() {
        undone(sql -> {
            wanted(sql, today(sql).minusDays(9), false);
            Run lost = claim(sql).orElseThrow();
            sql.execute("update reconciliation set claimed_until = now()");
            Run taken = claim(sql).orElseThrow();
            assertThat(taken.tries()).isEqualTo(2);
            runs.hold(sql, taken, LEASE);
            assertThatThrownBy(() -> runs.hold(sql, lost, LEASE)).isInstanceOf(IllegalStateException.class);
            runs.finish(sql, lost, PAUSE);
            assertThat(find(sql, taken).status())
                    .as("whoever lost it finishes nothing")
                    .isEqualTo(Status.DUE);
        });
    }

    @Test
    void a_day_on_which_something_was_asked_waits_for_answers_and_is_then_done() {
        undone(sql -> {
            wanted(sql, today(sql).minusDays(9), false);
            Run run = claim(sql).orElseThrow();
            runs.count(sql, run, new Counts(0, 0, 1, 0, 0));
            runs.finish(sql, run, PAUSE);
            assertThat(find(sql, run).status()).isEqualTo(Status.ASKED);
            assertThat(claim(sql)).as("it waits").isEmpty();
            sql.execute("update reconciliation set next_at = now()");
            Run again = claim(sql).orElseThrow();
            runs.finish(sql, again, PAUSE);
            assertThat(find(sql, run).status()).isEqualTo(Status.DONE);
            assertThat(claim(sql)).isEmpty();
        });
    }

    @Test
    void a_day_that_could_not_be_compared_is_tried_again_later_or_when_someone_wants_it() {
        undone(sql -> {
            wanted(sql, today(sql).minusDays(9), false);
            Run run = claim(sql).orElseThrow();
            runs.fail(sql, run, "no file", PAUSE);
            assertThat(find(sql, run).problem()).isEqualTo("no file");
            assertThat(claim(sql)).isEmpty();
            runs.request(sql, MTN, run.day(), UUID.randomUUID());
            assertThat(claim(sql)).isPresent();
        });
    }

    @Test
    void the_age_is_that_of_the_last_day_that_was_done_or_of_the_first_wish() {
        undone(sql -> {
            assertThat(runs.ageSeconds(sql, MTN)).isZero();
            wanted(sql, today(sql).minusDays(9), false);
            sql.execute("update reconciliation set created_at = now() - interval '1 hour'");
            assertThat(runs.ageSeconds(sql, MTN)).isEqualTo(3_600);
            runs.finish(sql, claim(sql).orElseThrow(), PAUSE);
            assertThat(runs.ageSeconds(sql, MTN)).isZero();
        });
    }

    private void wanted(Handle sql, LocalDate day, boolean planned) {
        sql.execute(
                "insert into reconciliation (provider, day, planned, next_at) values ('MTN', ?, ?, now())",
                day,
                planned);
    }

    private Optional<Run> claim(Handle sql) {
        return runs.claim(sql, LEASE);
    }

    private Run find(Handle sql, Run run) {
        return runs.find(sql, run.provider(), run.day()).orElseThrow();
    }

    private static List<LocalDate> days(Handle sql, Provider provider) {
        return sql.createQuery("select day from reconciliation where provider = :provider order by day")
                .bind("provider", provider)
                .mapTo(LocalDate.class)
                .list();
    }

    private static LocalDate today(Handle sql) {
        return sql.createQuery("select (now() at time zone 'Africa/Kigali')::date")
                .mapTo(LocalDate.class)
                .one();
    }

    /** Down to the millisecond below. */
    private static Duration sinceMidnight(Handle sql) {
        return Duration.ofMillis(sql.createQuery("""
                        select floor(extract(epoch from (now() at time zone 'Africa/Kigali')
                                     - date_trunc('day', now() at time zone 'Africa/Kigali')) * 1000)""").mapTo(Long.class).one());
    }

    private static void undone(Consumer<Handle> story) {
        JDBI.useHandle(sql -> {
            sql.begin();
            story.accept(sql);
            sql.rollback();
        });
    }
}
