package rw.ishemalink.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;
import static rw.ishemalink.payment.SettlementFiles.collection;
import static rw.ishemalink.payment.SettlementFiles.failed;
import static rw.ishemalink.payment.SettlementFiles.line;
import static rw.ishemalink.payment.SettlementFiles.refund;
import static rw.ishemalink.payment.collecting.Provider.AIRTEL;
import static rw.ishemalink.payment.collecting.Provider.MTN;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.collecting.Provider;
import rw.ishemalink.payment.collecting.StatementLine;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.collecting.StatementLine.Status;

/** A day is compared with the provider's statement, read over HTTP, and every difference finds its end. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class ReconciliationStoryTest {

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    MeterRegistry meters;

    private final Mtn mtn = Mtn.ready();
    private final String tenant = "tenant-" + UUID.randomUUID();
    private final LocalDate day = Comparisons.freshDay();
    private final Instant noon = day.atTime(10, 0).toInstant(ZoneOffset.UTC);
    private final SettlementFiles mtnFiles = SettlementFiles.of(MTN);
    private final SettlementFiles airtelFiles = SettlementFiles.of(AIRTEL);
    private Comparisons comparisons;

    @BeforeEach
    void begin() {
        comparisons = new Comparisons(unitOfWork);
    }

    @AfterEach
    void rest() {
        unitOfWork.run(Seed::everythingRests);
    }

    @Test
    void a_day_on_which_both_sides_agree_books_the_fees_and_nothing_else_however_often_it_is_compared() {
        UUID paid = seed(MTN, money -> money.paid(11_800, noon));
        UUID late = seed(MTN, money -> money.paidLate(5_000, noon));
        UUID back = seed(MTN, money -> money.refundOf(late, 5_000, noon));
        UUID refused = seed(MTN, money -> money.refused(700, noon));
        mtnFiles.offer(
                day,
                collection(paid, 11_800, 118, noon),
                collection(late, 5_000, 50, noon),
                refund(back, 5_000, noon),
                failed(refused, 700, noon));

        JsonPath run = comparisons.compare(MTN, day);
        assertThat(run.getString("status")).isEqualTo("DONE");
        assertThat(run.getMap("counts"))
                .isEqualTo(Map.of("lines", 4, "fees", 2, "asked", 0, "opened", 0, "explained", 0));
        assertThat(clearing(MTN)).isEqualTo(11_800 + 5_000 - 5_000 - 168);
        assertThat(balance("PROVIDER_FEES")).isEqualTo(168);

        long before = transfers();
        assertThat(comparisons.compare(MTN, day).getMap("counts"))
                .isEqualTo(Map.of("lines", 4, "fees", 0, "asked", 0, "opened", 0, "explained", 0));
        assertThat(transfers()).isEqualTo(before);
        assertThat(revisions(MTN)).isEqualTo(1);
    }

    @Test
    void an_airtel_refund_is_known_by_the_collection_that_went_back() {
        UUID late = seed(AIRTEL, money -> money.paidLate(5_000, noon));
        seed(AIRTEL, money -> money.refundOf(late, 5_000, noon));
        airtelFiles.offer(day, collection(late, 5_000, 0, noon), refund(late, 5_000, noon));
        comparisons.compare(AIRTEL, day);
        assertThat(cases()).isEmpty();
        assertThat(clearing(AIRTEL)).isZero();
    }

    @Test
    void money_without_a_lead_is_missing_there_until_someone_writes_it_off() {
        UUID paid = seed(MTN, money -> money.paid(11_800, noon));
        mtnFiles.offer(day);
        assertThat(comparisons.compare(MTN, day).getInt("counts.opened")).isEqualTo(1);

        JsonPath one = onlyCase();
        assertThat(one.getString("kind")).isEqualTo("MISSING_THERE");
        assertThat(one.getString("movement")).isEqualTo(paid.toString());
        assertThat(one.getInt("differenceRwf")).isEqualTo(-11_800);
        assertThat(clearing(MTN)).isZero();
        assertThat(balance("SUSPENSE")).isEqualTo(11_800);

        resolve(one, "WRITE_OFF", "the payer showed no receipt").statusCode(200).body("status", equalTo("RESOLVED"));
        assertThat(balance("SUSPENSE")).isZero();
        assertThat(balance("PROVIDER_FEES")).isEqualTo(11_800);
        assertThat(comparisons.compare(MTN, day).getInt("counts.opened")).isZero();
    }

    @Test
    void a_movement_near_midnight_may_stand_on_either_day() {
        Instant late = day.atTime(21, 30).toInstant(ZoneOffset.UTC);
        UUID paid = seed(MTN, money -> money.paid(11_800, late));
        mtnFiles.offer(day);
        comparisons.compare(MTN, day);
        assertThat(cases()).as("the day after was not read yet").isEmpty();

        mtnFiles.offer(day.plusDays(1), collection(paid, 11_800, 0, late.plusSeconds(3_600)));
        comparisons.compare(MTN, day.plusDays(1));
        assertThat(cases()).isEmpty();
    }

    @Test
    void a_movement_near_midnight_that_neither_day_names_is_missing_once_both_were_read_in_whatever_order() {
        Instant early = day.atTime(23, 0).minusDays(1).toInstant(ZoneOffset.UTC);
        seed(MTN, money -> money.paid(11_800, early));
        mtnFiles.offer(day);
        mtnFiles.offer(day.minusDays(1));
        comparisons.compare(MTN, day);
        assertThat(cases()).isEmpty();
        comparisons.compare(MTN, day.minusDays(1));
        assertThat(onlyCase().getString("kind")).isEqualTo("MISSING_THERE");
    }

    @Test
    void a_movement_that_two_days_name_under_one_transaction_counts_once() {
        UUID paid = seed(MTN, money -> money.paid(11_800, noon));
        mtnFiles.offer(day, collection(paid, 11_800, 0, noon));
        mtnFiles.offer(day.plusDays(1), collection(paid, 11_800, 0, noon));
        comparisons.compare(MTN, day);
        comparisons.compare(MTN, day.plusDays(1));
        assertThat(cases()).isEmpty();
    }

    @Test
    void another_amount_is_accepted_and_what_is_more_is_owed_to_the_payer() {
        UUID paid = seed(MTN, money -> money.paid(11_800, noon));
        mtnFiles.offer(day, collection(paid, 11_900, 0, noon));
        comparisons.compare(MTN, day);

        JsonPath one = onlyCase();
        assertThat(one.getString("kind")).isEqualTo("AMOUNT_DIFFERS");
        assertThat(clearing(MTN)).isEqualTo(11_900);
        resolve(one, "ACCEPT_THEIRS", "the payer sent too much").statusCode(200);
        assertThat(balance("REFUNDS_PAYABLE")).isEqualTo(-100);
        assertThat(balance("SUSPENSE")).isZero();
    }

    @Test
    void a_success_that_the_provider_calls_failed_differs_in_status() {
        UUID paid = seed(AIRTEL, money -> money.paid(11_800, noon));
        airtelFiles.offer(day, failed(paid, 11_800, noon));
        comparisons.compare(AIRTEL, day);

        JsonPath one = onlyCase();
        assertThat(one.getString("kind")).isEqualTo("STATUS_DIFFERS");
        assertThat(one.getString("theirs.status")).isEqualTo("FAILED");
        assertThat(clearing(AIRTEL)).isZero();
        resolve(one, "ACCEPT_THEIRS", "confirmed by their account manager").statusCode(200);
        assertThat(balance("PROVIDER_FEES")).isEqualTo(11_800);
    }

    @Test
    void a_strangers_money_stands_in_the_books_of_the_house_and_is_owed_back() {
        StatementLine foreign =
                line("shop till " + UUID.randomUUID(), Kind.COLLECTION, 1_000, 10, Status.SUCCEEDED, noon);
        long clearingBefore = balance("ishemalink", "PAYER_CLEARING_MTN");
        mtnFiles.offer(day, foreign);
        comparisons.compare(MTN, day);

        JsonPath one = caseAbout(foreign.reference());
        assertThat(one.getString("kind")).isEqualTo("MISSING_HERE");
        assertThat(one.getString("tenant")).isEqualTo("ishemalink");
        assertThat(one.getInt("differenceRwf")).isEqualTo(990);
        assertThat(balance("ishemalink", "PAYER_CLEARING_MTN")).isEqualTo(clearingBefore + 990);
        resolve(one, "OWE_BACK", "sent to us by mistake").statusCode(200);
        assertThat(entriesOf(one))
                .containsExactlyInAnyOrder(
                        "UNEXPLAINED DEBIT PAYER_CLEARING_MTN 990",
                        "UNEXPLAINED CREDIT SUSPENSE 990",
                        "CORRECTION DEBIT SUSPENSE 990",
                        "CORRECTION CREDIT REFUNDS_PAYABLE 1000",
                        "CORRECTION DEBIT PROVIDER_FEES 10");

        StatementLine byHand = line("by hand " + UUID.randomUUID(), Kind.TRANSFER, 1_000, 0, Status.SUCCEEDED, noon);
        mtnFiles.offer(day.plusDays(1), byHand);
        comparisons.compare(MTN, day.plusDays(1));
        resolve(caseAbout(byHand.reference()), "DEBT_PAID", "given back at the portal")
                .statusCode(200);
        assertThat(balance("ishemalink", "PAYER_CLEARING_MTN")).isEqualTo(clearingBefore - 10);
    }

    @Test
    void what_failed_here_is_asked_about_first_and_money_that_turns_out_to_have_come_goes_back_without_a_case() {
        UUID refused = seed(MTN, money -> money.refused(11_800, noon));
        mtn.succeeds(refused);
        mtnFiles.offer(day, collection(refused, 11_800, 0, noon));

        JsonPath run = comparisons.compare(MTN, day);
        assertThat(run.getString("status")).isEqualTo("ASKED");
        assertThat(run.getInt("counts.asked")).isEqualTo(1);
        await().until(() -> statuses(refused).equals(List.of("SUCCEEDED", "SURPLUS")));

        assertThat(comparisons.compare(MTN, day).getString("status")).isEqualTo("DONE");
        assertThat(cases()).isEmpty();
        assertThat(clearing(MTN)).as("it came and went").isZero();
    }

    @Test
    void late_money_is_booked_under_its_payment_on_a_persons_word_and_goes_back_by_itself() {
        UUID refused = seed(MTN, money -> money.refused(11_800, noon));
        mtnFiles.offer(day, collection(refused, 11_800, 0, noon));
        comparisons.compare(MTN, day);
        comparisons.compare(MTN, day);

        JsonPath one = onlyCase();
        assertThat(one.getString("kind")).isEqualTo("MISSING_HERE");
        assertThat(balance("SUSPENSE")).isEqualTo(-11_800);
        resolve(one, "COLLECT_LATE", "the payer has the receipt").statusCode(200);
        assertThat(balance("SUSPENSE")).isZero();
        await().until(() -> statuses(refused).equals(List.of("SUCCEEDED", "SURPLUS")));
        assertThat(clearing(MTN)).isZero();
        assertThat(mtn.refundsOf(refused)).isEqualTo(1);

        comparisons.compare(MTN, day);
        comparisons.compare(MTN, day);
        assertThat(cases()).hasSize(1);
    }

    @Test
    void late_money_that_was_found_by_asking_meanwhile_is_not_booked_twice() {
        UUID undecided = seed(MTN, money -> money.undecided(11_800, noon));
        mtnFiles.offer(day, collection(undecided, 11_800, 0, noon));
        comparisons.compare(MTN, day);
        comparisons.compare(MTN, day);
        JsonPath one = onlyCase();
        mtn.succeeds(undecided);
        unitOfWork.run(
                tx -> tx.sql().execute("update movement set next_poll_at = now() where reference = ?", undecided));
        await().until(() -> statuses(undecided).equals(List.of("SUCCEEDED", "SURPLUS")));

        resolve(one, "COLLECT_LATE", "the payer has the receipt")
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:attempt-decided"));
        comparisons.compare(MTN, day);
        assertThat(onlyCase().getString("status")).isEqualTo("EXPLAINED");
        assertThat(balance("SUSPENSE")).isZero();
        assertThat(clearing(MTN)).isZero();
    }

    @Test
    void a_case_that_is_left_to_the_provider_closes_itself_when_the_statement_is_mended() {
        UUID paid = seed(MTN, money -> money.paid(11_800, noon));
        mtnFiles.offer(day);
        comparisons.compare(MTN, day);
        JsonPath one = onlyCase();
        resolve(one, "PROVIDER_CORRECTS", "they opened ticket 4711")
                .statusCode(200)
                .body("status", equalTo("WAITING"));
        assertThat(balance("SUSPENSE")).isEqualTo(11_800);

        mtnFiles.offer(day, collection(paid, 11_800, 0, noon));
        assertThat(comparisons.compare(MTN, day).getInt("counts.explained")).isEqualTo(1);
        JsonPath closed = onlyCase();
        assertThat(closed.getString("status")).isEqualTo("EXPLAINED");
        assertThat(closed.getList("history.what")).containsExactly("OPENED", "LEFT_TO_PROVIDER", "EXPLAINED");
        assertThat(balance("SUSPENSE")).isZero();
        assertThat(clearing(MTN)).isEqualTo(11_800);
        assertThat(revisions(MTN)).isEqualTo(2);
    }

    @Test
    void a_line_that_a_mended_statement_no_longer_has_is_no_longer_believed() {
        UUID paid = seed(MTN, money -> money.paid(11_800, noon));
        mtnFiles.offer(day, collection(paid, 11_800, 0, noon));
        comparisons.compare(MTN, day);
        assertThat(cases()).isEmpty();
        mtnFiles.offer(day);
        comparisons.compare(MTN, day);
        assertThat(onlyCase().getString("kind")).isEqualTo("MISSING_THERE");
    }

    @Test
    void money_that_arrives_after_it_was_written_off_is_a_difference_again() {
        UUID paid = seed(MTN, money -> money.paid(11_800, noon));
        mtnFiles.offer(day);
        comparisons.compare(MTN, day);
        resolve(onlyCase(), "WRITE_OFF", "given up after three weeks").statusCode(200);

        mtnFiles.offer(day, collection(paid, 11_800, 0, noon));
        comparisons.compare(MTN, day);
        assertThat(cases()).hasSize(2);
        assertThat(caseOfKind("MISSING_HERE").getInt("differenceRwf")).isEqualTo(11_800);
        assertThat(clearing(MTN)).isEqualTo(11_800);
        assertThat(balance("SUSPENSE")).isEqualTo(-11_800);
    }

    @Test
    void a_statement_that_is_not_there_or_cannot_be_read_is_tried_again_and_nothing_is_made_of_it() {
        UUID paid = seed(MTN, money -> money.paid(11_800, noon));
        assertThat(comparisons.compare(MTN, day).getString("problem")).isEqualTo("no file, HTTP 404");
        mtnFiles.offerText(day, "<html>sign in</html>");
        assertThat(comparisons.compare(MTN, day).getString("problem")).contains("does not begin with");
        mtnFiles.offer(day, collection(paid, -1, 0, noon));
        JsonPath run = comparisons.compare(MTN, day);
        assertThat(run.getString("problem")).isEqualTo("the statement has a line that makes no sense");
        assertThat(run.getString("status")).isEqualTo("DUE");
        assertThat(cases()).isEmpty();

        mtnFiles.offer(day, collection(paid, 11_800, 0, noon));
        JsonPath well = comparisons.compare(MTN, day);
        assertThat(well.getString("status")).isEqualTo("DONE");
        assertThat(well.getString("problem")).isNull();
    }

    @Test
    void how_many_cases_are_open_and_how_old_the_last_comparison_is_can_be_watched() {
        seed(AIRTEL, money -> money.paid(11_800, noon));
        airtelFiles.offer(day);
        comparisons.compare(AIRTEL, day);
        long open =
                unitOfWork.read(sql -> sql.createQuery("""
                        select count(*) from reconciliation_case
                         where provider = 'AIRTEL' and status in ('OPEN', 'WAITING')""").mapTo(Long.class).one());
        assertThat(open).isPositive();
        assertThat(gauge("reconciliation.cases.open")).isEqualTo((double) open);
        unitOfWork.run(tx -> tx.sql().execute("""
                update reconciliation set done_at = done_at - interval '1 day' where provider = 'AIRTEL'"""));
        assertThat(gauge("reconciliation.age.seconds")).isGreaterThanOrEqualTo(86_400);
    }

    private double gauge(String name) {
        return meters.get(name).tag("provider", "AIRTEL").gauge().value();
    }

    @Test
    void what_was_said_and_done_is_never_changed() {
        mtnFiles.offer(day, collection(UUID.randomUUID(), 50, 0, noon));
        comparisons.compare(MTN, day);
        for (String change : List.of(
                "update provider_statement set lines = 0",
                "delete from provider_statement_line",
                "truncate reconciliation_act",
                "update reconciliation_act set reason = 'another'")) {
            assertThatThrownBy(() -> unitOfWork.run(tx -> tx.sql().execute(change)))
                    .hasStackTraceContaining("append-only");
        }
    }

    private UUID seed(Provider provider, Function<PastMoney, UUID> money) {
        return unitOfWork.call(tx -> money.apply(new PastMoney(tx.sql(), tenant, provider)));
    }

    private static ValidatableResponse resolve(JsonPath one, String resolution, String reason) {
        return given().auth()
                .oauth2(Comparisons.staff())
                .contentType(ContentType.JSON)
                .body(Map.of("resolution", resolution, "reason", reason))
                .post("/api/payments/cases/" + one.getString("caseId") + "/resolve")
                .then();
    }

    private JsonPath onlyCase() {
        List<UUID> all = cases();
        assertThat(all).hasSize(1);
        return get(all.getFirst());
    }

    private JsonPath caseOfKind(String kind) {
        return cases().stream()
                .map(ReconciliationStoryTest::get)
                .filter(one -> one.getString("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private JsonPath caseAbout(String reference) {
        return get(unitOfWork.read(
                sql -> sql.createQuery("select case_id from reconciliation_case where reference = :reference")
                        .bind("reference", reference)
                        .mapTo(UUID.class)
                        .one()));
    }

    private static JsonPath get(UUID caseId) {
        return given().auth()
                .oauth2(Comparisons.staff())
                .get("/api/payments/cases/" + caseId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Of this test's tenant. */
    private List<UUID> cases() {
        return unitOfWork.read(
                sql -> sql.createQuery("select case_id from reconciliation_case where tenant = :tenant order by number")
                        .bind("tenant", tenant)
                        .mapTo(UUID.class)
                        .list());
    }

    private List<String> statuses(UUID attempt) {
        return unitOfWork.read(sql -> sql.createQuery("""
                        select status from movement where reference = :attempt or refund_of = :attempt order by status""")
                .bind("attempt", attempt)
                .mapTo(String.class)
                .list());
    }

    private List<String> entriesOf(JsonPath one) {
        return unitOfWork.read(sql -> sql.createQuery("""
                        select t.kind || ' ' || e.side || ' ' || e.account || ' ' || e.amount
                          from ledger_entry e join ledger_transfer t using (transfer_id) where t.reference = :caseId""")
                .bind("caseId", UUID.fromString(one.getString("caseId")))
                .mapTo(String.class)
                .list());
    }

    private long clearing(Provider provider) {
        return balance("PAYER_CLEARING_" + provider);
    }

    private long balance(String account) {
        return balance(tenant, account);
    }

    /** Debits less credits. */
    private long balance(String of, String account) {
        return unitOfWork.read(sql -> sql.createQuery("""
                        select coalesce(sum(debits_posted - credits_posted), 0) from ledger_effect
                         where tenant = :tenant and account = :account""")
                .bind("tenant", of)
                .bind("account", account)
                .mapTo(Long.class)
                .one());
    }

    private long transfers() {
        return unitOfWork.read(sql -> sql.createQuery("select count(*) from ledger_transfer where tenant = :tenant")
                .bind("tenant", tenant)
                .mapTo(Long.class)
                .one());
    }

    private int revisions(Provider provider) {
        return unitOfWork.read(sql -> sql.createQuery(
                        "select count(*) from provider_statement where provider = :provider and day = :day")
                .bind("provider", provider)
                .bind("day", day)
                .mapTo(Integer.class)
                .one());
    }
}
