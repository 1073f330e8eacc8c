package rw.ishemalink.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static rw.ishemalink.kit.testing.Patience.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.collecting.MovementWorker;
import rw.ishemalink.payment.ledger.Counters;
import rw.ishemalink.payment.ledger.Ledger;
import rw.ishemalink.payment.payees.Payees;
import rw.ishemalink.payment.payouts.Origin;
import rw.ishemalink.payment.payouts.Payouts;
import rw.ishemalink.payment.payouts.Payouts.Outcome;

/** What becomes of money that is owed, on real PostgreSQL, with a pretended MTN and Airtel. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class PayoutStoryTest {

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Payees payees;

    @Inject
    Payouts payouts;

    @Inject
    Ledger ledger;

    @Inject
    MovementWorker worker;

    private final Mtn mtn = Mtn.ready();
    private final Airtel airtel = Airtel.ready();
    private final String tenant = "tenant-" + UUID.randomUUID();
    private final TestPayee driver = TestPayee.driver(tenant);

    @AfterEach
    void rest() {
        unitOfWork.run(Seed::everythingRests);
    }

    @Test
    void a_driver_asks_for_what_is_owed_and_gets_it() {
        earned(driver, 8_500);
        UUID payout = asked(driver)
                .statusCode(201)
                .body("amount", equalTo(8_500))
                .body("account", equalTo("DRIVER_PAYABLE"))
                .body("provider", equalTo("MTN"))
                .body("phone", equalTo("***" + driver.phone().substring(11)))
                .extract()
                .jsonPath()
                .getUUID("payoutId");
        assertThat(books(driver)).isEqualTo(new Counters(0, 8_500, 8_500, 0));

        mtn.transferSucceeds(payout);
        awaitStatus(driver, payout, "SUCCEEDED")
                .body("providerTransactionId", equalTo("out-" + payout))
                .body("decidedAt", startsWith("20"));

        assertThat(books(driver)).isEqualTo(new Counters(8_500, 8_500, 0, 0));
        assertThat(phases(payout))
                .containsExactlyInAnyOrder(
                        "RESERVE DRIVER_PAYABLE DEBIT 8500",
                        "RESERVE PAYER_CLEARING_MTN CREDIT 8500",
                        "POST DRIVER_PAYABLE DEBIT 8500",
                        "POST PAYER_CLEARING_MTN CREDIT 8500");
        assertThat(mtn.transfersTo(driver.phone())).isEqualTo(1);
    }

    @Test
    void an_airtel_wallet_is_paid_through_airtel() {
        TestPayee airtelDriver = TestPayee.driver(tenant, "73");
        earned(airtelDriver, 2_000);
        UUID payout = asked(airtelDriver)
                .statusCode(201)
                .body("provider", equalTo("AIRTEL"))
                .extract()
                .jsonPath()
                .getUUID("payoutId");
        awaitStatus(airtelDriver, payout, "PROMPTED");
        airtel.transferSucceeds(payout);
        Airtel.calls(payout, "TS").statusCode(202);
        awaitStatus(airtelDriver, payout, "SUCCEEDED");
        assertThat(phases(payout)).contains("POST PAYER_CLEARING_AIRTEL CREDIT 2000");
        assertThat(airtel.transfersTo(airtelDriver.phone())).isEqualTo(1);
        assertThat(mtn.transfersTo(airtelDriver.phone())).isZero();
    }

    @Test
    void what_the_provider_refuses_is_owed_again_and_can_be_asked_for_again() {
        earned(driver, 3_000);
        UUID first = asked(driver).extract().jsonPath().getUUID("payoutId");
        mtn.transferFails(first, "PAYEE_NOT_FOUND");
        awaitStatus(driver, first, "FAILED").body("reason", equalTo("PAYEE_NOT_FOUND"));
        assertThat(books(driver)).isEqualTo(new Counters(0, 3_000, 0, 0));

        UUID second = asked(driver).statusCode(201).extract().jsonPath().getUUID("payoutId");
        mtn.transferSucceeds(second);
        awaitStatus(driver, second, "SUCCEEDED");
        assertThat(books(driver)).isEqualTo(new Counters(3_000, 3_000, 0, 0));
        assertThat(mtn.transfers(first)).isEqualTo(1);
        assertThat(mtn.transfers(second)).isEqualTo(1);
    }

    @Test
    void an_order_that_is_refused_at_the_door_sets_the_money_free() {
        earned(driver, 3_000);
        mtn.answersTransfers(
                driver.phone(), okJson("{\"code\": \"NOT_ALLOWED\"}").withStatus(500));
        UUID payout = asked(driver).extract().jsonPath().getUUID("payoutId");
        awaitStatus(driver, payout, "FAILED").body("reason", equalTo("NOT_ALLOWED"));
        assertThat(books(driver).availableRwf()).isEqualTo(3_000);
    }

    @Test
    void silence_is_no_refusal_and_never_a_second_payment() {
        earned(driver, 3_000);
        mtn.answersTransfers(driver.phone(), aResponse().withFault(Fault.EMPTY_RESPONSE));
        UUID payout = asked(driver).extract().jsonPath().getUUID("payoutId");
        awaitStatus(driver, payout, "PROMPTED");
        assertThat(books(driver).availableRwf()).as("still set aside").isZero();
        mtn.transferSucceeds(payout);
        awaitStatus(driver, payout, "SUCCEEDED");
        assertThat(mtn.transfersTo(driver.phone())).isEqualTo(1);
    }

    @Test
    void an_order_that_MTN_never_saw_is_sent_again_under_the_same_reference() {
        mtn.answersTransfers(driver.phone(), aResponse().withFault(Fault.EMPTY_RESPONSE));
        UUID payout = seeded(driver, 3_000);
        mtn.hasNeverSeenTransfer(payout);
        due(payout);
        await().until(() -> mtn.transfers(payout) >= 2);

        mtn.answersTransfers(
                driver.phone(), okJson("{\"code\": \"RESOURCE_ALREADY_EXIST\"}").withStatus(409));
        awaitStatus(driver, payout, "PROMPTED");
        mtn.transferSucceeds(payout);
        awaitStatus(driver, payout, "SUCCEEDED");
        assertThat(mtn.transfersTo(driver.phone())).isEqualTo(mtn.transfers(payout));
        assertThat(books(driver)).isEqualTo(new Counters(3_000, 3_000, 0, 0));
    }

    @Test
    void a_worker_killed_between_call_and_answer_or_answer_and_commit_is_followed_by_one_that_asks() {
        UUID payout = seeded(driver, 3_000);
        mtn.transferSucceeds(payout);
        unitOfWork.run(tx -> Seed.payoutClaimedAndLost(tx, payout));
        due(payout);
        awaitStatus(driver, payout, "SUCCEEDED");
        assertThat(mtn.questionsAboutTransfer(payout)).isPositive();
        assertThat(mtn.transfers(payout)).isZero();
        assertThat(books(driver)).isEqualTo(new Counters(3_000, 3_000, 0, 0));
    }

    @Test
    void a_worker_killed_between_record_and_call_is_followed_by_one_that_finds_nothing_there_and_sends() {
        UUID payout = seeded(driver, 3_000);
        mtn.hasNeverSeenTransfer(payout);
        unitOfWork.run(tx -> Seed.payoutClaimedAndLost(tx, payout));
        due(payout);
        awaitStatus(driver, payout, "PROMPTED");
        assertThat(mtn.transfers(payout)).isEqualTo(1);
        mtn.transferSucceeds(payout);
        awaitStatus(driver, payout, "SUCCEEDED");
        assertThat(mtn.transfersTo(driver.phone())).isEqualTo(1);
    }

    @Test
    void money_that_goes_out_after_it_was_refused_is_booked_anew_and_a_second_payment_makes_a_debt() {
        earned(driver, 3_000);
        UUID first = asked(driver).extract().jsonPath().getUUID("payoutId");
        mtn.transferFails(first, "INTERNAL_PROCESSING_ERROR");
        awaitStatus(driver, first, "FAILED");
        UUID second = asked(driver).extract().jsonPath().getUUID("payoutId");
        mtn.transferSucceeds(second);
        awaitStatus(driver, second, "SUCCEEDED");

        mtn.transferSucceeds(first);
        given().put("/api/payments/callbacks/mtn/" + first).then().statusCode(204);

        awaitStatus(driver, first, "SUCCEEDED");
        assertThat(books(driver)).isEqualTo(new Counters(6_000, 3_000, 0, 0));
        assertThat(phases(first))
                .contains("VOID DRIVER_PAYABLE DEBIT 3000", "DIRECT DRIVER_PAYABLE DEBIT 3000")
                .doesNotContain("POST DRIVER_PAYABLE DEBIT 3000");
        earned(driver, 2_000);
        asked(driver).statusCode(409).body("type", equalTo("urn:ishemalink:problem:nothing-owed"));
    }

    @Test
    void a_forged_callback_pays_nobody() {
        earned(driver, 3_000);
        UUID payout = asked(driver).extract().jsonPath().getUUID("payoutId");
        awaitStatus(driver, payout, "PROMPTED");
        given().contentType("application/json")
                .body("{\"status\": \"SUCCESSFUL\", \"financialTransactionId\": \"1\"}")
                .put("/api/payments/callbacks/mtn/" + payout)
                .then()
                .statusCode(204);
        int asked = mtn.questionsAboutTransfer(payout);
        // Of the next two questions, the first one's answer is on record when the second is asked.
        await().until(() -> mtn.questionsAboutTransfer(payout) >= asked + 2);
        assertThat(seen(driver, payout).extract().<String>path("status")).isEqualTo("PROMPTED");
        assertThat(books(driver)).isEqualTo(new Counters(0, 3_000, 3_000, 0));
    }

    @Test
    void all_that_is_owed_is_asked_for_by_many_at_once_and_paid_once() {
        earned(driver, 3_000);
        List<Integer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> asked(driver).extract().statusCode())
                .toList();
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        assertThat(books(driver)).isEqualTo(new Counters(0, 3_000, 3_000, 0));
    }

    @Test
    void one_wish_sent_many_times_at_once_is_one_payout() {
        earned(driver, 9_000);
        UUID syncId = UUID.randomUUID();
        List<UUID> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> ask(driver, Map.of("syncId", syncId, "amount", 1_000))
                        .extract()
                        .jsonPath()
                        .getUUID("payoutId"))
                .distinct()
                .toList();
        assertThat(answers).hasSize(1);
        assertThat(books(driver).debitsPending() + books(driver).debitsPosted()).isEqualTo(1_000);
    }

    @Test
    void many_workers_at_once_send_every_order_once() {
        List<TestPayee> drivers =
                Stream.generate(() -> TestPayee.driver(tenant)).limit(24).toList();
        List<UUID> ordered = drivers.stream().map(payee -> seeded(payee, 1_000)).toList();
        ordered.forEach(this::due);
        await().until(() -> {
            IntStream.range(0, 8).parallel().forEach(i -> worker.sweep());
            return ordered.stream().allMatch(payout -> status(payout).equals("PROMPTED"));
        });
        assertThat(ordered)
                .allSatisfy(payout -> assertThat(mtn.transfers(payout)).isEqualTo(1));
    }

    private void earned(TestPayee payee, long amountRwf) {
        unitOfWork.run(tx -> payee.known(tx, payees).earns(tx, ledger, amountRwf));
    }

    /** Earned and ordered, but no worker takes it up yet. */
    private UUID seeded(TestPayee payee, long amountRwf) {
        earned(payee, amountRwf);
        return unitOfWork.call(tx -> {
            Origin origin = Origin.request(payee.party(), UUID.randomUUID(), null);
            Outcome outcome = payouts.order(tx.sql(), payee.account(), amountRwf, origin);
            tx.sql()
                    .execute(
                            "update payout set next_poll_at = now() + interval '1 day' where party = ?", payee.party());
            return ((Outcome.Ordered) outcome).payout().reference();
        });
    }

    private void due(UUID payout) {
        unitOfWork.run(tx -> tx.sql().execute("update payout set next_poll_at = now() where reference = ?", payout));
    }

    private static ValidatableResponse asked(TestPayee payee) {
        return ask(payee, Map.of("syncId", UUID.randomUUID()));
    }

    private static ValidatableResponse ask(TestPayee payee, Map<String, ?> body) {
        return given().auth()
                .oauth2(payee.token())
                .contentType("application/json")
                .body(body)
                .post("/api/payments/payouts")
                .then();
    }

    private static ValidatableResponse seen(TestPayee payee, UUID payout) {
        return given().auth()
                .oauth2(payee.token())
                .get("/api/payments/payouts/" + payout)
                .then();
    }

    private static ValidatableResponse awaitStatus(TestPayee payee, UUID payout, String status) {
        await().untilAsserted(() -> seen(payee, payout).statusCode(200).body("status", equalTo(status)));
        return seen(payee, payout);
    }

    private Counters books(TestPayee payee) {
        return unitOfWork.read(sql -> ledger.counters(sql, payee.account()));
    }

    private String status(UUID payout) {
        return unitOfWork.read(sql -> sql.createQuery("select status from payout where reference = :payout")
                .bind("payout", payout)
                .mapTo(String.class)
                .one());
    }

    private List<String> phases(UUID payout) {
        return unitOfWork.read(sql ->
                sql.createQuery("""
                        select t.phase || ' ' || e.account || ' ' || e.side || ' ' || e.amount
                          from ledger_entry e join ledger_transfer t using (transfer_id)
                         where t.kind = 'PAYOUT' and t.reference = :payout""").bind("payout", payout).mapTo(String.class).list());
    }
}
