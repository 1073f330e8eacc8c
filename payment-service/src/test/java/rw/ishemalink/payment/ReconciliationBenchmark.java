package rw.ishemalink.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;
import static rw.ishemalink.payment.collecting.Provider.MTN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.collecting.StatementLine;

/**
 * What a day of 100,000 movements costs to compare: with a charge for each line, again, and without charges. Prints
 * figures, asserts only that both sides agree. Run it with {@code -Dtest=ReconciliationBenchmark -Dbenchmark}.
 */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class ReconciliationBenchmark {

    private static final int WARM_UP = 5_000;
    private static final int LINES = 100_000;

    @Inject
    UnitOfWork unitOfWork;

    @Test
    void a_day_of_many_movements() {
        round("warm-up", WARM_UP, 118);
        LocalDate day = round("with a charge for each", LINES, 118);
        compare("the same again", day, LINES);
        round("without charges", LINES, 0);
    }

    private LocalDate round(String name, int lines, long feeRwf) {
        LocalDate day = Comparisons.freshDay();
        Instant noon = day.atTime(10, 0).toInstant(ZoneOffset.UTC);
        List<StatementLine> said = seed(lines, noon).stream()
                .map(reference -> SettlementFiles.collection(reference, 11_800, feeRwf, noon))
                .toList();
        SettlementFiles.of(MTN).offer(day, said);
        unitOfWork.read(sql -> sql.execute("analyze"));
        awaitSeals();
        compare(name, day, lines);
        return day;
    }

    /** What production has long had: statistics, and seals on what was booked before. */
    private void awaitSeals() {
        await().atMost(Duration.ofMinutes(10))
                .until(() -> unitOfWork.read(sql -> sql.createQuery("select not exists (select from ledger_unsealed)")
                        .mapTo(Boolean.class)
                        .one()));
    }

    private void compare(String name, LocalDate day, int lines) {
        long begin = System.nanoTime();
        JsonPath run = new Comparisons(unitOfWork).compare(MTN, day);
        double seconds = (System.nanoTime() - begin) / 1e9;
        assertThat(run.getString("status")).isEqualTo("DONE");
        assertThat(run.getInt("counts.opened")).isZero();
        System.out.printf(
                "%s: %,d lines in %.1f s = %,.0f lines/s, %s%n",
                name, lines, seconds, lines / seconds, run.getMap("counts"));
    }

    private List<UUID> seed(int lines, Instant at) {
        String tenant = "tenant-" + UUID.randomUUID();
        return unitOfWork.call(tx -> {
            tx.sql().execute("""
                    create temporary table made on commit drop as
                    select gen_random_uuid() as payment, gen_random_uuid() as reference, n
                      from generate_series(1, ?) n""", lines);
            tx.sql().execute("""
                    insert into payment (payment_id, tenant, booking_id, tracking_code, sender_id, payer_phone, provider,
                           total, vat, currency, correlation_id, expires_at, status, version, attempts,
                           latest_reference, transaction_id, succeeded_at)
                    select payment, ?, gen_random_uuid(), 'ISH-7K3M9QXA', gen_random_uuid(), '250788000001', 'MTN',
                           11800, 1800, 'RWF', 'benchmark', ?, 'SUCCEEDED', 1, 1, reference, 'tx', ?
                      from made""", tenant, at, at);
            tx.sql().execute("""
                    insert into movement (reference, payment_id, tenant, kind, number, provider, phone, status,
                           transaction_id, created_at)
                    select reference, payment, ?, 'COLLECTION', 1, 'MTN', '250788000001', 'SUCCEEDED', 'tx', ?
                      from made""", tenant, at);
            tx.sql().execute("""
                    with booked as (
                      insert into ledger_transfer (transfer_id, tenant, kind, phase, subject, subject_id, reference,
                                                   posted_at)
                      select gen_random_uuid(), ?, 'COLLECTED', 'DIRECT', 'PAYMENT', payment, reference, ? from made
                      returning transfer_id, tenant)
                    insert into ledger_entry (transfer_id, tenant, account, side, amount)
                    select transfer_id, tenant, account, side, 11800
                      from booked cross join (values ('PAYER_CLEARING_MTN', 'DEBIT'), ('REVENUE', 'CREDIT'))
                                          as line (account, side)""", tenant, at);
            return tx.sql()
                    .createQuery("select reference from made")
                    .mapTo(UUID.class)
                    .list();
        });
    }
}
