package rw.ishemalink.payment.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.Wallet;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Counters;
import rw.ishemalink.payment.ledger.Ledger;
import rw.ishemalink.payment.ledger.Postings;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.ledger.Transfer;
import rw.ishemalink.payment.ledger.store.TransferStore;
import rw.ishemalink.payment.payees.DriverNews;
import rw.ishemalink.payment.payouts.Origin;
import rw.ishemalink.payment.payouts.Payouts;
import rw.ishemalink.payment.payouts.Refusal;

/** When days are settled, and by whom, on a real database. Two parties to a page here. */
class SettlementRunTest {

    private static final SettlementDatabase DATABASE = new SettlementDatabase();
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final int INSTANCES = 4;

    private final String tenant = "tenant-" + UUID.randomUUID();

    @Test
    void every_day_that_is_over_is_due_once_for_each_kind_as_far_back_as_is_made_up_for() {
        earned(1_000);
        DATABASE.endOf(tenant, DAY);
        DATABASE.books.jdbi.useTransaction(sql -> {
            openAllDue(sql, 0);
            LocalDate today = DATABASE.runs.today(sql);
            assertThat(days(sql))
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 3)
                            .mapToObj(today::minusDays)
                            .flatMap(day -> Stream.of(day + " OPERATOR_DRIVER", day + " TENANT"))
                            .toList());
        });
    }

    @Test
    void a_day_is_not_due_before_its_time() {
        earned(1_000);
        DATABASE.endOf(tenant, DAY);
        DATABASE.books.jdbi.useTransaction(sql -> {
            openAllDue(sql, 24);
            LocalDate yesterday = DATABASE.runs.today(sql).minusDays(1);
            assertThat(days(sql)).isNotEmpty().noneMatch(day -> day.startsWith(yesterday.toString()));
        });
    }

    @Test
    void no_day_is_due_before_the_books_began() {
        earned(1_000);
        DATABASE.books.sealAll();
        DATABASE.books.jdbi.useTransaction(sql -> {
            sql.execute("set local session_replication_role = replica");
            sql.execute("update ledger_seal set sealed_at = now() where tenant = ?", tenant);
            openAllDue(sql, 0);
            assertThat(days(sql)).isEmpty();
        });
    }

    @Test
    void a_day_that_is_not_over_is_not_settled() {
        DATABASE.books.jdbi.useTransaction(sql -> {
            LocalDate today = DATABASE.runs.today(sql);
            Opening opening = DATABASE.opening(Map.of());
            assertThat(opening.open(sql, tenant, RunKind.TENANT, today, null)).isEmpty();
            assertThat(opening.open(sql, tenant, RunKind.TENANT, today.plusDays(1), null))
                    .isEmpty();
        });
    }

    @Test
    void many_instances_open_one_run_and_work_on_it_together_without_doing_anything_twice() throws Exception {
        List<AccountKey> drivers = Stream.generate(() -> earned(1_000)).limit(9).toList();
        DATABASE.endOf(tenant, DAY);
        List<UUID> opened = together(() -> open(RunKind.OPERATOR_DRIVER));
        assertThat(opened).hasSize(INSTANCES).containsOnly(opened.getFirst());
        UUID run = opened.getFirst();

        together(() -> {
            while (!DATABASE.run(run).done()) {
                DATABASE.books.jdbi.useTransaction(sql -> DATABASE.pages.next(sql, run));
            }
            return run;
        });

        assertThat(DATABASE.items(run))
                .extracting(item -> item.day().account())
                .containsExactlyInAnyOrderElementsOf(drivers);
        assertThat(DATABASE.items(run))
                .allSatisfy(item -> assertThat(item.payoutRwf()).isEqualTo(1_000));
    }

    @Test
    void a_driver_who_asks_while_the_day_is_settled_is_paid_what_is_owed_once() throws Exception {
        List<AccountKey> drivers = Stream.generate(() -> earned(1_000)).limit(9).toList();
        DATABASE.endOf(tenant, DAY);
        UUID run = open(RunKind.OPERATOR_DRIVER);
        together(() -> {
            for (AccountKey driver : drivers) {
                page(run);
                DATABASE.books.jdbi.useTransaction(sql -> DATABASE.payouts.order(
                        sql, driver, Long.MAX_VALUE, Origin.request(UUID.randomUUID(), UUID.randomUUID(), null)));
            }
            return run;
        });
        while (!DATABASE.run(run).done()) {
            page(run);
        }
        for (AccountKey driver : drivers) {
            assertThat(DATABASE.books.jdbi.<Counters, RuntimeException>withHandle(
                            sql -> DATABASE.books.ledger.counters(sql, driver)))
                    .isEqualTo(new Counters(0, 1_000, 1_000, 0));
        }
    }

    @Test
    void a_share_that_is_taken_back_while_its_payout_is_decided_is_not_paid_out() {
        AccountKey driver = earned(1_000);
        UUID booking = UUID.randomUUID();
        Transfer share = Postings.shareEarned(booking, Account.DRIVER_PAYABLE, party(driver), 100, 4_000);
        UUID earnedBy = post(Subject.booking(booking), share);
        Ledger overtaken = new Ledger(new TransferStore(), DATABASE.books.balances) {
            private boolean once;

            @Override
            public Counters counters(Handle sql, AccountKey account) {
                Counters before = super.counters(sql, account);
                if (!once) {
                    once = true;
                    SettlementRunTest.this.post(Subject.booking(booking), Postings.shareReversed(share, earnedBy));
                }
                return before;
            }
        };
        Payouts payouts = new Payouts(DATABASE.payoutStore, DATABASE.payees, overtaken, DATABASE.payoutConfig);
        Payouts.Outcome outcome = DATABASE.books.jdbi.inTransaction(sql ->
                payouts.order(sql, driver, Long.MAX_VALUE, Origin.request(UUID.randomUUID(), UUID.randomUUID(), null)));
        assertThat(outcome).isEqualTo(new Payouts.Outcome.Refused(Refusal.MORE_THAN_OWED, 1_000, Optional.empty()));
        assertThat(DATABASE.books.jdbi.<Counters, RuntimeException>withHandle(
                        sql -> DATABASE.books.ledger.counters(sql, driver)))
                .isEqualTo(new Counters(4_000, 5_000, 0, 0));
    }

    @Test
    void a_run_that_is_killed_in_a_page_goes_on_where_the_page_before_ended() {
        Stream.generate(() -> earned(1_000)).limit(5).forEach(one -> {});
        DATABASE.endOf(tenant, DAY);
        UUID run = open(RunKind.OPERATOR_DRIVER);
        page(run);
        assertThatThrownBy(() -> DATABASE.books.jdbi.useTransaction(sql -> {
                    DATABASE.pages.next(sql, run);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(DATABASE.items(run)).hasSize(2);
        page(run);
        page(run);
        assertThat(DATABASE.items(run)).hasSize(5);
        assertThat(DATABASE.run(run).done()).isTrue();
        page(run);
        assertThat(DATABASE.items(run)).hasSize(5);
    }

    @Test
    void what_was_earned_after_the_day_is_left_for_the_next() {
        AccountKey driver = earned(1_000);
        DATABASE.endOf(tenant, DAY);
        earn(driver, 5_000);
        UUID first = open(RunKind.OPERATOR_DRIVER);
        page(first);
        assertThat(DATABASE.items(first)).singleElement().satisfies(item -> {
            assertThat(item.day().closing()).isEqualTo(1_000);
            assertThat(item.payoutRwf()).isEqualTo(1_000);
        });
    }

    @Test
    void the_database_refuses_a_second_line_for_a_party_and_a_line_that_does_not_add_up() {
        AccountKey driver = earned(1_000);
        DATABASE.endOf(tenant, DAY);
        UUID run = open(RunKind.OPERATOR_DRIVER);
        page(run);
        assertThatThrownBy(() -> DATABASE.books.jdbi.useTransaction(sql -> sql.execute("""
                        insert into settlement_item
                        select run_id, account_id + 1000000, account, party, opening, earned, reversed, paid, corrected,
                               closing, null, 'NO_WALLET' from settlement_item where run_id = ?""", run)))
                .hasStackTraceContaining("settlement_item_run_id_account_party_key");
        assertThatThrownBy(() -> DATABASE.books.jdbi.useTransaction(
                        sql -> sql.execute("update settlement_item set earned = earned + 1 where run_id = ?", run)))
                .hasStackTraceContaining("settlement_item_check");
        assertThat(DATABASE.items(run)).extracting(item -> item.day().account()).containsExactly(driver);
    }

    private AccountKey earned(long amount) {
        UUID party = UUID.randomUUID();
        AccountKey driver = new AccountKey(tenant, Account.DRIVER_PAYABLE, party);
        Msisdn phone = Msisdn.of("+250788123456");
        DATABASE.books.jdbi.useTransaction(sql -> {
            DATABASE.payees.keepDriver(sql, new DriverNews(party, tenant, phone, null, true, 1));
            DATABASE.payees.addWallet(sql, driver, new Wallet(Provider.MTN, phone), null);
        });
        earn(driver, amount);
        return driver;
    }

    private void earn(AccountKey driver, long amount) {
        UUID booking = UUID.randomUUID();
        post(
                Subject.booking(booking),
                Postings.shareEarned(booking, Account.DRIVER_PAYABLE, party(driver), 100, amount));
    }

    private UUID post(Subject subject, Transfer transfer) {
        return DATABASE.books.jdbi.inTransaction(sql -> DATABASE.books.ledger.post(sql, tenant, subject, transfer));
    }

    private static UUID party(AccountKey driver) {
        return Objects.requireNonNull(driver.party());
    }

    private void openAllDue(Handle sql, int startsAfterHours) {
        Opening opening = DATABASE.opening(Map.of(
                "ishema.settlement.catch-up-days",
                "3",
                "ishema.settlement.starts-after",
                "PT" + startsAfterHours + "H"));
        while (opening.openDue(sql)) {
            Thread.onSpinWait();
        }
    }

    private List<String> days(Handle sql) {
        return sql.createQuery("select day || ' ' || kind from settlement_run where tenant = :tenant")
                .bind("tenant", tenant)
                .mapTo(String.class)
                .list();
    }

    private UUID open(RunKind kind) {
        return DATABASE.books.jdbi.inTransaction(sql -> DATABASE.opening(Map.of())
                .open(sql, tenant, kind, DAY, null)
                .orElseThrow()
                .run()
                .runId());
    }

    private static void page(UUID run) {
        DATABASE.books.jdbi.useTransaction(sql -> DATABASE.pages.next(sql, run));
    }

    private static List<UUID> together(Callable<UUID> work) throws Exception {
        List<UUID> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(INSTANCES)) {
            for (Future<UUID> done : threads.invokeAll(
                    Stream.generate(() -> work).limit(INSTANCES).toList())) {
                answers.add(done.get());
            }
        }
        return answers;
    }
}
