package rw.ishemalink.payment.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.Wallet;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.ledger.AccountKey;
import rw.ishemalink.payment.ledger.Postings;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.payees.DriverNews;

/**
 * What settling a day costs: 10,000 drivers with five deliveries each, all of them paid, by one instance, sealed meanwhile.
 * Prints figures. Run it with {@code -Dtest=SettlementBenchmark -Dbenchmark}.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class SettlementBenchmark {

    private static final int DRIVERS = 10_000;
    private static final int DELIVERIES = 5;
    private static final int AT_ONCE = 500;
    private static final long SEAL_EVERY_MILLIS = 100;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Msisdn PHONE = Msisdn.of("+250788123456");

    private final SettlementDatabase database = new SettlementDatabase(
            Map.of("ishema.settlement.parties-at-once", "50", "ishema.settlement.transfers-at-once", "2000"));
    private final String tenant = "tenant-" + UUID.randomUUID();
    private final List<UUID> drivers =
            Stream.generate(UUID::randomUUID).limit(DRIVERS).toList();

    @Test
    void a_day_of_many_drivers() throws Exception {
        for (int from = 0; from < DRIVERS; from += AT_ONCE) {
            List<UUID> some = drivers.subList(from, from + AT_ONCE);
            database.books.jdbi.useTransaction(sql -> some.forEach(driver -> earn(sql, driver)));
            database.books.sealAll();
        }
        database.endOf(tenant, DAY);
        try (ScheduledExecutorService sealer = Executors.newSingleThreadScheduledExecutor()) {
            Future<?> sealing =
                    sealer.scheduleWithFixedDelay(database.books::sealAll, 0, SEAL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            settle(RunKind.TENANT);
            UUID run = settle(RunKind.OPERATOR_DRIVER);
            sealing.cancel(false);
            assertThat(database.items(run)).hasSize(DRIVERS).allSatisfy(item -> assertThat(item.payoutRwf())
                    .isEqualTo(DELIVERIES * 1_000L));
        }
    }

    private void earn(Handle sql, UUID driver) {
        AccountKey account = new AccountKey(tenant, Account.DRIVER_PAYABLE, driver);
        database.payees.keepDriver(sql, new DriverNews(driver, tenant, PHONE, null, true, 1));
        database.payees.addWallet(sql, account, new Wallet(Provider.MTN, PHONE), null);
        for (int i = 0; i < DELIVERIES; i++) {
            UUID booking = UUID.randomUUID();
            database.books.ledger.post(
                    sql,
                    tenant,
                    Subject.booking(booking),
                    Postings.shareEarned(booking, Account.DRIVER_PAYABLE, driver, 150, 1_000));
        }
    }

    private UUID settle(RunKind kind) {
        UUID run = database.books.jdbi.inTransaction(sql -> database.opening(Map.of())
                .open(sql, tenant, kind, DAY, null)
                .orElseThrow()
                .run()
                .runId());
        long begin = System.nanoTime();
        int pages = 0;
        while (!database.run(run).done()) {
            database.books.jdbi.useTransaction(sql -> database.pages.next(sql, run));
            pages++;
        }
        System.out.printf("%s: %,d pages in %.2f s%n", kind, pages, (System.nanoTime() - begin) / 1e9);
        return run;
    }
}
