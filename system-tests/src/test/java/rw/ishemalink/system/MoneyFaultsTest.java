package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.local.load.MoneyCheck;
import rw.ishemalink.local.load.MoneyStage;
import rw.ishemalink.local.load.PaidBooking;
import rw.ishemalink.local.load.Providers;
import rw.ishemalink.local.parts.JdbcAccess;
import rw.ishemalink.local.stack.ServicePart;

/**
 * What can go wrong with money, one thing at a time, with real processes. After each the books are held against the providers'
 * settlement files: every franc that moved there is ours, once, and no other. The table of all is in docs/money.md.
 * It waits most of the time, and on processes of its own: other tests run beside it.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the stage, by one of its tests at a time")
class MoneyFaultsTest {

    /** How long a test waits; not that of the suite, whose class would start all of it. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** To be paid, on however slow a machine. */
    private static final Duration ENOUGH = Duration.ofMinutes(5);

    private static MoneyStage stage;

    @BeforeAll
    static void payment_service_is_up_among_simulated_providers() {
        stage = new MoneyStage(Path.of("..").toAbsolutePath().normalize());
    }

    @AfterAll
    static void it_ends() {
        stage.close();
    }

    @AfterEach
    void every_franc_is_where_it_belongs() {
        stage.providers().calm();
        await("every payment to be decided")
                .atMost(PATIENCE)
                .until(() -> stage.check().countOpen() == 0);
        MoneyCheck.Found found = stage.check().compare();
        assertThat(found.isRight()).as(found.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"callback\":\"REPEATED\"}",
                "{\"callback\":\"NEVER\"}",
                "{\"callback\":\"LATE\",\"delayMillis\":4000}",
                "{\"callback\":\"REORDERED\",\"delayMillis\":1000}",
                "{\"lostReplies\":4}",
                "{\"lostReplies\":4,\"lostAs\":\"GATEWAY_TIMEOUT\"}",
                "{\"nextErrors\":4}",
                "{\"mode\":\"SLOW\",\"delayMillis\":1000}"
            })
    void bookings_are_paid_whatever_becomes_of_calls_and_callbacks(String fault) {
        Providers.ALL.forEach(provider -> stage.providers().order(provider, fault));
        List<PaidBooking> bookings = confirm(2);
        awaitAll(bookings, "SUCCEEDED");
    }

    @Test
    void what_payers_do_decides() {
        Map<String, String> ends = Map.of(
                "{\"behaviour\":\"REFUSE\"}", "EXPIRED",
                "{\"behaviour\":\"NO_FUNDS\"}", "EXPIRED",
                "{\"behaviour\":\"SILENT\"}", "EXPIRED",
                "{\"behaviour\":\"APPROVE_AFTER\",\"delayMillis\":40000}", "REFUNDED",
                "{\"behaviour\":\"AMBIGUOUS_THEN_APPROVE\",\"delayMillis\":4000}", "SUCCEEDED");
        Map<String, List<PaidBooking>> bookings = new HashMap<>();
        ends.forEach((behaviour, end) -> bookings.computeIfAbsent(end, _ -> new ArrayList<>())
                .addAll(confirmBehaving(behaviour, Duration.ofSeconds(30))));
        bookings.forEach((end, all) -> awaitAll(all, end));
    }

    @Test
    void tokens_that_end_in_the_middle_are_got_anew() {
        awaitAll(confirm(1), "SUCCEEDED");
        Providers.ALL.forEach(provider -> stage.providers().endTokens(provider));
        awaitAll(confirm(1), "SUCCEEDED");
    }

    @Test
    void a_callback_that_somebody_forged_changes_nothing() {
        Providers.ALL.forEach(provider -> stage.providers().order(provider, "{\"callback\":\"FORGED\"}"));
        List<PaidBooking> bookings =
                confirmBehaving("{\"behaviour\":\"REFUSE\",\"delayMillis\":3000}", Duration.ofSeconds(15));
        awaitAll(bookings, "EXPIRED");
    }

    @Test
    void a_confirmation_told_twice_is_paid_once() {
        List<PaidBooking> bookings = confirm(3);
        bookings.forEach(stage::tellConfirmed);
        awaitAll(bookings, "SUCCEEDED");
        assertThat(countOrders(bookings)).isEqualTo(bookings.size());
    }

    @Test
    void cancelled_while_the_prompt_is_out_the_money_goes_back() {
        List<PaidBooking> bookings = confirmBehaving("{\"behaviour\":\"APPROVE_AFTER\",\"delayMillis\":10000}", ENOUGH);
        awaitMovements(bookings, "PROMPTED");
        bookings.forEach(stage::tellCancelled);
        awaitAll(bookings, "REFUNDED");
    }

    @Test
    void cancelled_after_it_was_paid_the_money_goes_back_though_the_refunds_answer_is_lost() {
        List<PaidBooking> bookings = confirm(1);
        awaitAll(bookings, "SUCCEEDED");
        Providers.ALL.forEach(provider -> stage.providers().order(provider, "{\"lostReplies\":1}"));
        bookings.forEach(stage::tellCancelled);
        awaitAll(bookings, "REFUNDED");
    }

    /** Recorded, and the provider never heard of it: its door is slow, and the first call asks for a token. */
    @Test
    void killed_between_record_and_call_it_asks_first_and_then_sends_once() {
        stage.stack().restart(MoneyStage.SERVICE);
        Providers.ALL.forEach(
                provider -> stage.providers().order(provider, "{\"mode\":\"SLOW\",\"delayMillis\":60000}"));
        List<PaidBooking> bookings = confirm(1);
        awaitMovements(bookings, "UNKNOWN");
        stage.stack().kill(MoneyStage.SERVICE);
        stage.providers().calm();
        stage.stack().start(MoneyStage.SERVICE);
        awaitAll(bookings, "SUCCEEDED");
        assertThat(countOrders(bookings)).isEqualTo(bookings.size());
    }

    /** The order is on its way and arrives after the one who sent it has died. */
    @Test
    void killed_between_call_and_answer_it_finds_the_order_that_arrived_without_it() {
        awaitAll(confirm(1), "SUCCEEDED");
        Providers.ALL.forEach(
                provider -> stage.providers().order(provider, "{\"mode\":\"SLOW\",\"delayMillis\":4000}"));
        List<PaidBooking> bookings = confirm(1);
        awaitMovements(bookings, "UNKNOWN", "PROMPTED", "SUCCEEDED");
        stage.stack().kill(MoneyStage.SERVICE);
        stage.providers().calm();
        stage.stack().start(MoneyStage.SERVICE);
        awaitAll(bookings, "SUCCEEDED");
        assertThat(countOrders(bookings)).isEqualTo(bookings.size());
    }

    @Test
    void killed_between_answer_and_commit_it_asks_again() throws Exception {
        for (String provider : Providers.ALL) {
            PaidBooking booking;
            try (Connection lock = connect()) {
                String payer = stage.payerAt(provider);
                stage.providers().tell(payer, "{\"behaviour\":\"APPROVE\",\"delayMillis\":2000}");
                booking = stage.confirm(payer);
                awaitMovements(List.of(booking), "UNKNOWN", "PROMPTED");
                lockPayment(lock, booking);
                await("the answer to wait for the lock")
                        .atMost(PATIENCE)
                        .until(MoneyFaultsTest::countWaiting, n -> n > 0);
                stage.stack().kill(MoneyStage.SERVICE);
            }
            stage.stack().start(MoneyStage.SERVICE);
            awaitAll(List.of(booking), "SUCCEEDED");
            assertThat(countOrders(List.of(booking))).isEqualTo(1);
        }
    }

    @Test
    void a_refund_whose_worker_was_killed_is_paid_once() {
        List<PaidBooking> bookings = confirm(1);
        awaitAll(bookings, "SUCCEEDED");
        Providers.ALL.forEach(
                provider -> stage.providers().order(provider, "{\"mode\":\"SLOW\",\"delayMillis\":3000}"));
        bookings.forEach(stage::tellCancelled);
        awaitAll(bookings, "REFUNDING", "REFUNDED");
        stage.stack().kill(MoneyStage.SERVICE);
        stage.providers().calm();
        stage.stack().start(MoneyStage.SERVICE);
        awaitAll(bookings, "REFUNDED");
    }

    @Test
    void a_payout_whose_worker_was_killed_goes_out_once() {
        Map<UUID, String> drivers = new HashMap<>();
        for (String provider : Providers.ALL) {
            String phone = stage.payerAt(provider);
            drivers.put(stage.tellDriver(phone), phone);
        }
        drivers.keySet().forEach(driver -> {
            List<PaidBooking> bookings = confirm(1);
            awaitAll(bookings, "SUCCEEDED");
            bookings.forEach(booking -> stage.tellDelivered(booking, driver));
        });
        awaitTrue(
                "what is owed",
                () -> stage.database().count("select count(*) from share where status = 'EARNED'") == 4);
        UUID syncId = UUID.randomUUID();
        Providers.ALL.forEach(
                provider -> stage.providers().order(provider, "{\"mode\":\"SLOW\",\"delayMillis\":3000}"));
        drivers.forEach((driver, phone) ->
                awaitTrue("payouts to be taken", () -> stage.askForPay(driver, phone, syncId) == 201));
        stage.stack().kill(MoneyStage.SERVICE);
        stage.providers().calm();
        stage.stack().start(MoneyStage.SERVICE);
        awaitTrue(
                "payouts", () -> stage.database().count("select count(*) from payout where status = 'SUCCEEDED'") == 2);
        drivers.forEach((driver, phone) ->
                assertThat(stage.askForPay(driver, phone, syncId)).isEqualTo(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "postgres"})
    void killed_under_the_money_a_part_comes_back_and_nothing_is_lost(String part) {
        List<PaidBooking> bookings = confirmBehaving("{\"behaviour\":\"APPROVE\",\"delayMillis\":10000}", ENOUGH);
        awaitMovements(bookings, "PROMPTED");
        stage.stack().kill(part);
        stage.stack().start(part);
        awaitAll(bookings, "SUCCEEDED");
        bookings.forEach(stage::tellCancelled);
        awaitAll(bookings, "REFUNDED");
    }

    @Test
    void two_instances_send_every_order_once_and_one_may_die() {
        ServicePart second = stage.stack().startAnother(MoneyStage.SERVICE, Map.of());
        try {
            List<PaidBooking> bookings = confirm(20);
            awaitMovements(bookings.subList(0, 1), "UNKNOWN", "PROMPTED", "SUCCEEDED");
            second.kill();
            awaitAll(bookings, "SUCCEEDED");
            assertThat(countOrders(bookings)).isEqualTo(bookings.size());
        } finally {
            second.kill();
        }
    }

    /** The database's clock is the one that counts: it leaps, as after a wrong time server, and comes back. */
    @ParameterizedTest
    @CsvSource({"2 hours, 40000, REFUNDED", "-2 hours, 20000, SUCCEEDED"})
    void the_clock_leaps_while_the_prompt_is_out_and_comes_back(String leap, long approvedAfter, String end)
            throws Exception {
        List<PaidBooking> bookings = confirmBehaving(
                "{\"behaviour\":\"APPROVE_AFTER\",\"delayMillis\":%d}".formatted(approvedAfter), ENOUGH);
        awaitMovements(bookings, "PROMPTED");
        leap(leap);
        try {
            if (end.equals("REFUNDED")) {
                awaitAll(bookings, "EXPIRED");
            }
            awaitAll(bookings, end);
        } finally {
            leapBack();
        }
    }

    /** One of each provider, whose payer does that. */
    private static List<PaidBooking> confirmBehaving(String behaviour, Duration left) {
        List<PaidBooking> bookings = new ArrayList<>();
        for (String provider : Providers.ALL) {
            String payer = stage.payerAt(provider);
            stage.providers().tell(payer, behaviour);
            bookings.add(stage.confirmWithLeft(payer, left));
        }
        return bookings;
    }

    private static List<PaidBooking> confirm(int ofEach) {
        List<PaidBooking> bookings = new ArrayList<>();
        for (int i = 0; i < ofEach; i++) {
            Providers.ALL.forEach(provider -> bookings.add(stage.confirm(stage.payerAt(provider))));
        }
        return bookings;
    }

    private static void awaitAll(List<PaidBooking> bookings, String... statuses) {
        awaitTrue("all to be " + String.join(" or ", statuses), () -> List.of(statuses)
                .containsAll(stage.listStatus(bookings)));
    }

    private static void awaitMovements(List<PaidBooking> bookings, String... statuses) {
        String query =
                "select count(*) from movement join payment using (payment_id) where booking_id in (%s) and movement.status in ('%s')"
                        .formatted(ids(bookings), String.join("','", statuses));
        awaitTrue(
                "movements to be " + String.join(" or ", statuses),
                () -> stage.database().count(query) >= bookings.size());
    }

    private static void awaitTrue(String what, Callable<Boolean> so) {
        await(what).atMost(PATIENCE).ignoreExceptions().until(so);
    }

    /** Attempts, sent or not: a booking that nobody retried has one. */
    private static long countOrders(List<PaidBooking> bookings) {
        return stage.database().count("""
                select count(*) from movement join payment using (payment_id)
                 where kind = 'COLLECTION' and booking_id in (%s)""".formatted(ids(bookings)));
    }

    private static String ids(List<PaidBooking> bookings) {
        return String.join(
                ",",
                bookings.stream()
                        .map(booking -> "'" + booking.bookingId() + "'")
                        .toList());
    }

    private static long countWaiting() {
        return stage.database().count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'");
    }

    private static Connection connect() throws SQLException {
        JdbcAccess access = stage.database().access();
        Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
        connection.setAutoCommit(false);
        return connection;
    }

    private static void lockPayment(Connection connection, PaidBooking booking) throws SQLException {
        try (var select = connection.prepareStatement("select 1 from payment where booking_id = ? for update")) {
            select.setObject(1, booking.bookingId());
            select.executeQuery();
        }
    }

    /** PostgreSQL's now() is found after ours, in every session that begins from now on; all others end. */
    private static void leap(String leap) throws SQLException {
        inDatabase(
                "create schema leap",
                "create function leap.now() returns timestamptz language sql stable as "
                        + "$$ select pg_catalog.now() + interval '" + leap + "' $$",
                "alter database payment set search_path = leap, pg_catalog, public");
    }

    private static void leapBack() throws SQLException {
        inDatabase("alter database payment reset search_path", "drop schema leap cascade");
    }

    private static void inDatabase(String... statements) throws SQLException {
        try (Connection connection = connect();
                var sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
            connection.commit();
            sql.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                     where datname = current_database() and pid <> pg_backend_pid()""");
        }
    }
}
