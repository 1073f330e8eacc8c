package rw.ishemalink.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static rw.ishemalink.kit.testing.Patience.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.payment.PaymentStatus;
import rw.ishemalink.schemas.payment.Provider;

/** Two providers: whom a payment goes through, how a payer changes, and what Airtel's callbacks may do. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class ProvidersStoryTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    UnitOfWork unitOfWork;

    private final Mtn mtn = Mtn.ready();
    private final Airtel airtel = Airtel.ready();
    private final EventTap tap = EventTap.on(Topics.PAYMENT_EVENTS);

    @AfterEach
    void close() {
        airtel.opens();
        tap.close();
        unitOfWork.run(Seed::everythingRests);
    }

    @Test
    void an_airtel_number_pays_through_airtel_and_the_money_is_booked_there() {
        TestBooking booking = TestBooking.confirmedByAirtel();
        PaymentEvent prompted = heard(booking, PaymentChange.PROMPTED, 1);
        UUID reference = prompted.getPayment().getAttemptReference();
        assertThat(prompted.getPayment().getProvider()).isEqualTo(Provider.AIRTEL);

        airtel.succeeds(reference);
        Airtel.calls(reference, "TS").statusCode(202);

        PaymentEvent paid = heard(booking, PaymentChange.SUCCEEDED, 1);
        assertThat(paid.getPayment().getProviderTransactionId()).isEqualTo(Airtel.moneyId(reference));
        assertThat(entries(booking))
                .containsExactlyInAnyOrder(
                        "COLLECTED DEBIT PAYER_CLEARING_AIRTEL 11800",
                        "COLLECTED CREDIT REVENUE 10000",
                        "COLLECTED CREDIT VAT_PAYABLE 1800");
        assertThat(airtel.ordersOf(booking.payerPhone())).isEqualTo(1);
        assertThat(mtn.ordersOf(booking.payerPhone())).isZero();
    }

    @Test
    void an_order_that_certainly_never_left_stays_new_and_leaves_once_airtel_is_back() {
        TestBooking booking = TestBooking.byAirtel();
        airtel.letsNoOrderLeave(booking.payerPhone());
        booking.publish(BookingChange.CONFIRMED, BookingStatus.CONFIRMED, null);
        UUID reference = heard(booking, PaymentChange.REQUESTED, 1).getPayment().getAttemptReference();
        await().atMost(SOON).until(() -> statusBetweenTries(reference, 3).equals(Optional.of("CREATED")));

        airtel.opens();
        heard(booking, PaymentChange.PROMPTED, 1);
        airtel.succeeds(reference);
        heard(booking, PaymentChange.SUCCEEDED, 1);
    }

    @Test
    void a_refusal_at_airtel_says_why() {
        TestBooking booking = TestBooking.confirmedByAirtel();
        UUID reference = heard(booking, PaymentChange.PROMPTED, 1).getPayment().getAttemptReference();
        airtel.fails(reference, "DP00800001007");

        PaymentEvent failed = heard(booking, PaymentChange.ATTEMPT_FAILED, 1);

        assertThat(failed.getPayment().getReason()).isEqualTo("NOT_ENOUGH_FUNDS");
        assertThat(failed.getPayment().getStatus()).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void a_forged_airtel_callback_moves_no_money_however_well_it_is_made() {
        TestBooking booking = TestBooking.confirmedByAirtel();
        UUID reference = heard(booking, PaymentChange.PROMPTED, 1).getPayment().getAttemptReference();
        String transaction = "{\"transaction\":{\"id\":\"%s\",\"status_code\":\"TS\"}".formatted(Airtel.id(reference));

        Airtel.calls(transaction + "}").statusCode(403).body("type", equalTo("urn:ishemalink:problem:forged-callback"));
        Airtel.calls(transaction + ",\"hash\":\"Zm9yZ2Vk\"}").statusCode(403);
        Airtel.calls(reference, "TS").statusCode(202);

        int asked = airtel.questions(reference);
        // Of the next two questions, the first one's answer is on record when the second is asked.
        await().atMost(SOON).until(() -> airtel.questions(reference) >= asked + 2);
        assertThat(status(reference)).isEqualTo("PROMPTED");
        assertThat(entries(booking)).isEmpty();
    }

    @Test
    void a_callback_about_nothing_of_ours_is_refused() {
        Airtel.calls(UUID.randomUUID(), "TS").statusCode(404);
        for (String body : List.of("", "not json", "[]", "{\"transaction\":{\"id\":\"booking-17\"}}")) {
            Airtel.calls(body).statusCode(400).body("type", equalTo("urn:ishemalink:problem:unreadable-callback"));
        }
    }

    @Test
    void after_a_refusal_the_payer_may_go_on_with_another_phone_at_the_other_provider() {
        TestBooking booking = TestBooking.confirmed();
        PaymentEvent prompted = heard(booking, PaymentChange.PROMPTED, 1);
        mtn.fails(prompted.getPayment().getAttemptReference(), "NOT_ENOUGH_FUNDS");
        heard(booking, PaymentChange.ATTEMPT_FAILED, 1);
        String other = TestBooking.freshPhone("72");

        retry(booking, prompted, Map.of("phone", other))
                .statusCode(201)
                .body("provider", equalTo("AIRTEL"))
                .body("movements[1].provider", equalTo("AIRTEL"))
                .body("movements[1].phone", equalTo("***" + other.substring(11)));
        UUID second = heard(booking, PaymentChange.PROMPTED, 2).getPayment().getAttemptReference();
        airtel.succeeds(second);

        PaymentEvent paid = heard(booking, PaymentChange.SUCCEEDED, 2);
        assertThat(paid.getPayment().getProvider()).isEqualTo(Provider.AIRTEL);
        assertThat(airtel.ordersOf(other)).isEqualTo(1);
        assertThat(entries(booking)).contains("COLLECTED DEBIT PAYER_CLEARING_AIRTEL 11800");
    }

    @Test
    void a_provider_that_is_named_beats_the_prefix_and_the_phone_stays() {
        TestBooking booking = TestBooking.confirmed();
        PaymentEvent prompted = heard(booking, PaymentChange.PROMPTED, 1);
        mtn.fails(prompted.getPayment().getAttemptReference(), "PAYER_NOT_FOUND");
        heard(booking, PaymentChange.ATTEMPT_FAILED, 1);

        retry(booking, prompted, Map.of("provider", "AIRTEL")).statusCode(201);
        heard(booking, PaymentChange.PROMPTED, 2);
        assertThat(airtel.ordersOf(booking.payerPhone())).isEqualTo(1);
    }

    @Test
    void a_prompt_that_is_out_must_be_decided_first() {
        TestBooking booking = TestBooking.confirmed();
        PaymentEvent prompted = heard(booking, PaymentChange.PROMPTED, 1);
        retry(booking, prompted, Map.of("provider", "AIRTEL"))
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:attempt-open"));
    }

    @Test
    void a_payer_goes_on_with_airtel_while_mtn_is_silent_and_money_from_both_goes_back_once() {
        TestBooking booking = TestBooking.of("ishemalink", Instant.now());
        UUID first = UUID.randomUUID();
        mtn.answersOrders(booking.payerPhone(), aResponse().withFault(Fault.EMPTY_RESPONSE));
        mtn.hasNeverSeen(first);
        UUID paymentId = unitOfWork.call(tx -> Seed.payment(tx, booking, first));
        await().atMost(SOON).until(() -> status(first).equals("UNKNOWN"));

        retry(booking, paymentId, Map.of()).statusCode(409);
        retry(booking, paymentId, Map.of("phone", TestBooking.freshPhone("73"))).statusCode(201);
        UUID second = heard(booking, PaymentChange.PROMPTED, 2).getPayment().getAttemptReference();
        airtel.succeeds(second);
        heard(booking, PaymentChange.SUCCEEDED, 2);

        mtn.succeeds(first);
        // On a slow machine it has been forgotten by now, and is asked about no more unless somebody says so.
        given().put("/api/payments/callbacks/mtn/" + first).then().statusCode(204);
        PaymentEvent refunded = heard(booking, PaymentChange.REFUNDED, 2);
        assertThat(refunded.getPayment().getStatus()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(refunded.getPayment().getProvider()).isEqualTo(Provider.AIRTEL);
        assertThat(mtn.refundsOf(first)).isEqualTo(1);
        assertThat(airtel.refundsOf(second)).isZero();
        assertThat(entries(booking))
                .contains(
                        "COLLECTED DEBIT PAYER_CLEARING_AIRTEL 11800",
                        "COLLECTED_LATE DEBIT PAYER_CLEARING_MTN 11800",
                        "REFUND_PAID CREDIT PAYER_CLEARING_MTN 11800");
    }

    @Test
    void a_refund_at_airtel_whose_answer_was_lost_is_found_by_asking_and_not_paid_twice() {
        TestBooking booking = TestBooking.confirmedByAirtel();
        UUID reference = heard(booking, PaymentChange.PROMPTED, 1).getPayment().getAttemptReference();
        airtel.refundsWithoutASay(reference);
        heard(booking, PaymentChange.SUCCEEDED, 1);

        booking.cancel();

        assertThat(heard(booking, PaymentChange.REFUNDED, 1).getPayment().getStatus())
                .isEqualTo(PaymentStatus.REFUNDED);
        assertThat(airtel.refundsOf(reference)).isEqualTo(1);
        assertThat(entries(booking)).contains("REFUND_PAID CREDIT PAYER_CLEARING_AIRTEL 11800");
    }

    @Test
    void an_impossible_wallet_is_refused_with_what_to_mend() {
        TestBooking booking = TestBooking.of("ishemalink", Instant.now());
        UUID paymentId = unitOfWork.call(tx -> Seed.restingPayment(tx, booking));
        for (String phone : List.of("0788123456", "+250770000000", "+254700000000", "")) {
            retry(booking, paymentId, Map.of("phone", phone)).statusCode(400).body("errors[0].field", equalTo("phone"));
        }
        retry(booking, paymentId, Map.of("provider", "MPESA"))
                .statusCode(400)
                .body("type", startsWith("urn:ishemalink:problem:"));
    }

    private PaymentEvent heard(TestBooking booking, PaymentChange change, int attempts) {
        return tap.awaitOne(
                PaymentEvent.class,
                event -> event.getPayment().getBookingId().equals(booking.bookingId())
                        && event.getChange() == change
                        && event.getPayment().getAttempts() == attempts);
    }

    private static ValidatableResponse retry(TestBooking booking, PaymentEvent event, Map<String, ?> body) {
        return retry(booking, event.getPayment().getPaymentId(), body);
    }

    private static ValidatableResponse retry(TestBooking booking, UUID paymentId, Map<String, ?> body) {
        return given().auth()
                .oauth2(booking.senderToken())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/payments/" + paymentId + "/attempts")
                .then();
    }

    private String status(UUID reference) {
        return unitOfWork.read(sql -> sql.createQuery("select status from movement where reference = :reference")
                .bind("reference", reference)
                .mapTo(String.class)
                .one());
    }

    /** After so many tries, and while no worker has it; empty otherwise. */
    private Optional<String> statusBetweenTries(UUID reference, int tries) {
        return unitOfWork.read(sql -> sql.createQuery("""
                        select status from movement
                         where reference = :reference and tries >= :tries and claimed_until is null""")
                .bind("reference", reference)
                .bind("tries", tries)
                .mapTo(String.class)
                .findOne());
    }

    private List<String> entries(TestBooking booking) {
        return unitOfWork.read(sql -> sql.createQuery("""
                        select t.kind || ' ' || e.side || ' ' || e.account || ' ' || e.amount
                          from ledger_entry e join ledger_transfer t using (transfer_id)
                          join payment p using (payment_id) where p.booking_id = :bookingId""")
                .bind("bookingId", booking.bookingId())
                .mapTo(String.class)
                .list());
    }
}
