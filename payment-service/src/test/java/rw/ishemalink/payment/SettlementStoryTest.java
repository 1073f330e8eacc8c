package rw.ishemalink.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static rw.ishemalink.kit.testing.Patience.await;
import static rw.ishemalink.payment.ledger.Account.DRIVER_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.PAYER_CLEARING_AIRTEL;
import static rw.ishemalink.payment.ledger.Account.PAYER_CLEARING_MTN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.payment.ledger.Ledger;
import rw.ishemalink.payment.ledger.Postings;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.ledger.Transfer;
import rw.ishemalink.payment.payees.Payees;

/** A day is settled: who is paid what, what the tenant's books did, and who sees it. Three parties to a page here. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class SettlementStoryTest {

    private static final String SETTLEMENTS = "/api/payments/settlements";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Payees payees;

    @Inject
    Ledger ledger;

    private final Mtn mtn = Mtn.ready();
    private final String tenant = "tenant-" + UUID.randomUUID();
    private final TestPayee driver = TestPayee.driver(tenant);
    private final TestPayee small = TestPayee.driver(tenant);
    private final TestPayee operator = TestPayee.operator(tenant);
    private final String admin = TestToken.of(Role.TENANT_ADMIN).tenant(tenant).sign();

    @AfterEach
    void rest() {
        unitOfWork.run(Seed::everythingRests);
    }

    @Test
    void each_driver_and_operator_gets_a_line_and_is_paid_what_was_owed_at_the_days_end() {
        UUID settlement = settledParties();
        gets(admin, SETTLEMENTS + "/" + settlement)
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("day", equalTo("2026-03-02"))
                .body("totals.parties", equalTo(3))
                .body("totals.earned", equalTo(8_500 + 2_000 + 400 + 5_000))
                .body("totals.reversed", equalTo(2_000))
                .body("totals.closing", equalTo(8_500 + 400 + 5_000))
                .body("totals.payouts", equalTo(1))
                .body("totals.payoutsRwf", equalTo(8_500));
        UUID payout = line(settlement, driver)
                .body("items[0].opening", equalTo(0))
                .body("items[0].earned", equalTo(10_500))
                .body("items[0].reversed", equalTo(2_000))
                .body("items[0].closing", equalTo(8_500))
                .body("items[0].payoutAmount", equalTo(8_500))
                .body("items[0].refused", nullValue())
                .extract()
                .jsonPath()
                .getUUID("items[0].payout");
        mtn.transferSucceeds(payout);
        await().untilAsserted(() -> gets(driver.token(), "/api/payments/payouts/" + payout)
                .body("status", equalTo("SUCCEEDED"))
                .body("settlementId", equalTo(settlement.toString())));

        happenedOn(DAY.plusDays(1));
        UUID next = settled("OPERATOR_DRIVER", DAY.plusDays(1));
        line(next, driver)
                .body("items[0].opening", equalTo(8_500))
                .body("items[0].paid", equalTo(8_500))
                .body("items[0].closing", equalTo(0))
                .body("items[0].refused", equalTo("NOTHING_OWED"));
    }

    @Test
    void who_cannot_be_paid_is_told_why_and_stays_owed() {
        UUID settlement = settledParties();
        line(settlement, small)
                .body("items[0].closing", equalTo(400))
                .body("items[0].refused", equalTo("BELOW_MINIMUM"));
        line(settlement, operator)
                .body("items[0].closing", equalTo(5_000))
                .body("items[0].payout", nullValue())
                .body("items[0].refused", equalTo("NO_WALLET"));
    }

    @Test
    void the_tenants_statement_says_what_the_day_did_to_the_books_and_adds_up() {
        book(Postings.collected(UUID.randomUUID(), PAYER_CLEARING_MTN, 11_800, 1_800));
        happenedOn(DAY.minusDays(1));
        UUID wrong = UUID.randomUUID();
        book(Postings.collected(UUID.randomUUID(), PAYER_CLEARING_MTN, 11_800, 1_800));
        book(Postings.collected(UUID.randomUUID(), PAYER_CLEARING_AIRTEL, 23_600, 3_600));
        book(Postings.collectedLate(UUID.randomUUID(), PAYER_CLEARING_MTN, 700));
        book(Postings.refundOwed(wrong, 11_800, 1_800));
        book(Postings.refundPaid(wrong, PAYER_CLEARING_MTN, 11_800));
        book(Postings.shareEarned(UUID.randomUUID(), DRIVER_PAYABLE, driver.party(), 3_000, 17_000));
        book(Postings.payout(UUID.randomUUID(), DRIVER_PAYABLE, driver.party(), PAYER_CLEARING_AIRTEL, 9_000));
        book(Postings.providerFee(UUID.randomUUID(), PAYER_CLEARING_AIRTEL, 90));
        happenedOn(DAY);
        book(Postings.collected(UUID.randomUUID(), PAYER_CLEARING_MTN, 5_900, 900));
        happenedOn(DAY.plusDays(1));

        UUID settlement = settled("TENANT", DAY);

        gets(admin, SETTLEMENTS + "/" + settlement + "/report")
                .statusCode(200)
                .body("books.difference", equalTo(0))
                .body("books.unexplained", equalTo(0))
                .body("books.summary.gross", equalTo(35_400))
                .body("books.summary.vat", equalTo(5_400))
                .body("books.summary.netRevenue", equalTo(30_000))
                .body("books.summary.refundsOwed", equalTo(11_800))
                .body("books.summary.lateMoney", equalTo(700))
                .body("books.summary.refundsPaid", equalTo(11_800))
                .body("books.summary.commission", equalTo(3_000))
                .body("books.summary.shares", equalTo(17_000))
                .body("books.summary.payouts", equalTo(9_000))
                .body("books.summary.providerFees", equalTo(90))
                .body("books.accounts.find { it.account == 'PAYER_CLEARING_MTN' }.opening", equalTo(11_800))
                .body("books.accounts.find { it.account == 'PAYER_CLEARING_MTN' }.closing", equalTo(12_500))
                .body("books.accounts.find { it.account == 'PAYER_CLEARING_AIRTEL' }.closing", equalTo(14_510))
                .body("books.accounts.find { it.account == 'DRIVER_PAYABLE' }.closing", equalTo(-8_000));
        List<String> csv = csv(admin, settlement).asString().lines().toList();
        assertThat(csv)
                .startsWith("line,opening,debits,credits,closing")
                .contains(
                        "PAYER_CLEARING_MTN,11800,12500,11800,12500",
                        "DRIVER_PAYABLE,0,9000,17000,-8000",
                        "gross,,,,35400",
                        "difference,,,,0");
    }

    @Test
    void a_day_is_settled_once_however_many_ask_and_pays_nobody_twice() {
        earned(driver, 3_000);
        happenedOn(DAY);
        List<UUID> opened = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> opens(admin, Map.of("day", DAY.toString(), "kind", "OPERATOR_DRIVER"))
                        .extract()
                        .jsonPath()
                        .getUUID("settlementId"))
                .distinct()
                .toList();
        assertThat(opened).hasSize(1);
        awaitDone(opened.getFirst());
        opens(admin, Map.of("day", DAY.toString(), "kind", "OPERATOR_DRIVER"))
                .statusCode(200)
                .body("status", equalTo("DONE"));
        gets(admin, "/api/payments/payouts").body("items", hasSize(1)).body("items[0].amount", equalTo(3_000));
    }

    @Test
    void the_report_is_read_page_by_page_and_as_one_CSV() {
        List<TestPayee> drivers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            TestPayee one = TestPayee.driver(tenant);
            earned(one, 1_000 + i);
            drivers.add(one);
        }
        happenedOn(DAY);
        UUID settlement = settled("OPERATOR_DRIVER", DAY);

        List<String> parties = new ArrayList<>();
        String path = SETTLEMENTS + "/" + settlement + "/report?limit=3";
        while (path != null) {
            var page = gets(admin, path).statusCode(200).extract().jsonPath();
            parties.addAll(page.getList("items.party", String.class));
            String next = page.getString("next");
            path = next == null ? null : SETTLEMENTS + "/" + settlement + "/report?limit=3&after=" + next;
        }
        assertThat(parties)
                .containsExactlyInAnyOrderElementsOf(
                        drivers.stream().map(one -> one.party().toString()).toList());

        Response csv = csv(admin, settlement);
        assertThat(csv.contentType()).startsWith("text/csv");
        assertThat(csv.header("Content-Disposition")).contains("settlement-2026-03-02-OPERATOR_DRIVER.csv");
        assertThat(csv.asString()).endsWith("\r\n");
        List<String> lines = csv.asString().lines().toList();
        assertThat(lines).hasSize(8);
        assertThat(lines.getFirst())
                .isEqualTo("account,party,opening,earned,reversed,paid,corrected,closing,payout,payoutAmount,"
                        + "payoutStatus,refused");
        assertThat(lines)
                .anyMatch(line ->
                        line.startsWith("DRIVER_PAYABLE," + drivers.get(3).party() + ",0,1003,0,0,0,1003,"));
    }

    @Test
    void drivers_and_operators_see_their_own_line_and_nothing_else() {
        UUID settlement = settledParties();
        UUID books = settled("TENANT", DAY);
        for (TestPayee payee : List.of(driver, operator)) {
            gets(payee.token(), SETTLEMENTS).body("items.settlementId", equalTo(List.of(settlement.toString())));
            gets(payee.token(), SETTLEMENTS + "/" + settlement).statusCode(200).body("totals.parties", equalTo(1));
            gets(payee.token(), SETTLEMENTS + "/" + settlement + "/report")
                    .body("items.party", equalTo(List.of(payee.party().toString())));
            assertThat(csv(payee.token(), settlement).asString().lines()).hasSize(2);
            problem(gets(payee.token(), SETTLEMENTS + "/" + books), 404, "no-settlement");
            problem(gets(payee.token(), SETTLEMENTS + "/" + books + "/report"), 404, "no-settlement");
        }
        TestPayee stranger = TestPayee.driver(tenant);
        gets(stranger.token(), SETTLEMENTS).body("items", hasSize(0));
        problem(gets(stranger.token(), SETTLEMENTS + "/" + settlement), 404, "no-settlement");
        for (Role role : List.of(Role.AUDITOR, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN)) {
            String own = TestToken.of(role).tenant(tenant).sign();
            gets(own, SETTLEMENTS)
                    .body("items.settlementId", equalTo(List.of(books.toString(), settlement.toString())));
            gets(own, SETTLEMENTS + "?limit=1").body("items", hasSize(1)).body("next.length()", equalTo(22));
            String foreign = TestToken.of(role).tenant("other-" + tenant).sign();
            gets(foreign, SETTLEMENTS).body("items", hasSize(0));
            problem(gets(foreign, SETTLEMENTS + "/" + settlement), 404, "no-settlement");
            problem(gets(foreign, SETTLEMENTS + "/" + settlement + "/report"), 404, "no-settlement");
        }
    }

    @Test
    void a_report_of_a_settlement_under_way_has_to_be_waited_for() {
        UUID running = UUID.randomUUID();
        unitOfWork.run(tx -> tx.sql().execute("""
                        insert into settlement_run (run_id, tenant, kind, day, from_sequence, through_sequence, cursor,
                                                    retry_at)
                        values (?, ?, 'TENANT', ?, 0, 0, 0, now() + interval '1 day')""", running, tenant, DAY));
        gets(admin, SETTLEMENTS + "/" + running).statusCode(200).body("status", equalTo("RUNNING"));
        problem(gets(admin, SETTLEMENTS + "/" + running + "/report"), 409, "settlement-running");
    }

    @Test
    void a_run_that_cannot_go_on_lets_others_pass_and_goes_on_once_it_can() {
        earned(driver, 3_000);
        happenedOn(DAY);
        UUID stuck = UUID.randomUUID();
        unitOfWork.run(tx -> {
            tx.sql().execute("""
                    insert into settlement_run (run_id, tenant, kind, day, from_sequence, through_sequence, cursor)
                    values (?, ?, 'OPERATOR_DRIVER', ?, 0, 1, 0)""", stuck, tenant, DAY);
            tx.sql().execute("""
                    insert into settlement_item (run_id, account_id, account, party, opening, earned, reversed, paid,
                                                 corrected, closing, refused)
                    values (?, 0, 'DRIVER_PAYABLE', ?, 0, 0, 0, 0, 0, 0, 'NO_WALLET')""", stuck, driver.party());
        });
        await().until(() -> unitOfWork.read(sql -> sql.createQuery(
                        "select retry_at > created_at + interval '30 seconds' from settlement_run where run_id = :run")
                .bind("run", stuck)
                .mapTo(Boolean.class)
                .one()));
        settled("TENANT", DAY);
        gets(admin, "/api/payments/payouts").body("items", hasSize(0));

        unitOfWork.run(tx -> {
            tx.sql().execute("delete from settlement_item where run_id = ?", stuck);
            tx.sql().execute("update settlement_run set retry_at = now() where run_id = ?", stuck);
        });
        awaitDone(stuck);
        gets(admin, "/api/payments/payouts").body("items.amount", equalTo(List.of(3_000)));
    }

    /** A driver who earned 8,500 and lost 2,000 more again, one who earned 400, an operator without a wallet with 5,000. */
    private UUID settledParties() {
        earned(driver, 8_500);
        unitOfWork.run(tx -> {
            UUID booking = UUID.randomUUID();
            Transfer share = Postings.shareEarned(booking, DRIVER_PAYABLE, driver.party(), 150, 2_000);
            UUID transfer = ledger.post(tx.sql(), tenant, Subject.booking(booking), share);
            ledger.post(tx.sql(), tenant, Subject.booking(booking), Postings.shareReversed(share, transfer));
        });
        earned(small, 400);
        earned(operator, 5_000);
        happenedOn(DAY);
        return settled("OPERATOR_DRIVER", DAY);
    }

    private void earned(TestPayee payee, long amountRwf) {
        unitOfWork.run(tx -> payee.known(tx, payees).earns(tx, ledger, amountRwf));
    }

    private void book(Transfer transfer) {
        unitOfWork.run(tx -> ledger.post(tx.sql(), tenant, Subject.payout(transfer.reference()), transfer));
    }

    private void happenedOn(LocalDate day) {
        await().until(() -> unitOfWork.read(
                sql -> sql.createQuery("select not exists (select from ledger_unsealed where tenant = :tenant)")
                        .bind("tenant", tenant)
                        .mapTo(Boolean.class)
                        .one()));
        unitOfWork.run(tx -> Seed.happenedOn(tx, tenant, day));
    }

    private UUID settled(String kind, LocalDate day) {
        UUID settlement = opens(admin, Map.of("day", day.toString(), "kind", kind))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("settlementId");
        awaitDone(settlement);
        return settlement;
    }

    private void awaitDone(UUID settlement) {
        await().untilAsserted(() -> gets(admin, SETTLEMENTS + "/" + settlement).body("status", equalTo("DONE")));
    }

    /** The report as that payee sees it: one line. */
    private static ValidatableResponse line(UUID settlement, TestPayee payee) {
        return gets(payee.token(), SETTLEMENTS + "/" + settlement + "/report")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].party", equalTo(payee.party().toString()));
    }

    private static ValidatableResponse opens(String token, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(SETTLEMENTS)
                .then();
    }

    private static ValidatableResponse gets(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    private static Response csv(String token, UUID settlement) {
        return given().auth().oauth2(token).accept("text/csv").get(SETTLEMENTS + "/" + settlement + "/report");
    }

    private static void problem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }
}
