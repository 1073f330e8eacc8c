package rw.ishemalink.payment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.payment.collecting.MovementWorker;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.payment.PaymentStatus;

/** What becomes of a payment, on real PostgreSQL and Kafka, with a pretended MTN. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class PaymentStoryTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    MovementWorker worker;

    private final Mtn mtn = Mtn.ready();
    private final EventTap tap = EventTap.on(Topics.PAYMENT_EVENTS);

    @AfterEach
    void close() {
        tap.close();
        unitOfWork.run(Seed::everythingRests);
    }

    @Test
    void a_confirmed_booking_is_paid_and_booked() {
        TestBooking booking = TestBooking.confirmed();
        PaymentEvent prompted = heard(booking, PaymentChange.PROMPTED);
        mtn.succeeds(prompted.getPayment().getAttemptReference());

        PaymentEvent paid = heard(booking, PaymentChange.SUCCEEDED);

        assertThat(paid.getPayment().getStatus()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(paid.getPayment().getAmount().getAmount()).isEqualTo(TestBooking.TOTAL);
        assertThat(paid.getPayment().getProviderTransactionId())
                .isEqualTo("tx-" + prompted.getPayment().getAttemptReference());
        assertThat(changes(booking))
                .containsExactly(PaymentChange.REQUESTED, PaymentChange.PROMPTED, PaymentChange.SUCCEEDED);
        assertThat(sequences(booking)).containsExactly(1L, 2L, 3L);
        assertThat(correlations(booking)).hasSize(1);
        assertThat(entries(booking))
                .containsExactlyInAnyOrder(
                        "COLLECTED DEBIT PAYER_CLEARING_MTN 11800",
                        "COLLECTED CREDIT REVENUE 10000",
                        "COLLECTED CREDIT VAT_PAYABLE 1800");
    }

    @Test
    void a_booking_is_asked_for_once_however_often_it_is_confirmed() {
        TestBooking booking = TestBooking.confirmed();
        UUID again = booking.publish(BookingChange.CONFIRMED, BookingStatus.CONFIRMED, null);
        UUID reference = heard(booking, PaymentChange.PROMPTED).getPayment().getAttemptReference();
        await().atMost(SOON).until(() -> isHandled(again));
        mtn.succeeds(reference);
        heard(booking, PaymentChange.SUCCEEDED);
        assertThat(mtn.ordersOf(booking.payerPhone())).isEqualTo(1);
        assertThat(changes(booking)).containsOnlyOnce(PaymentChange.REQUESTED);
    }

    @Test
    void after_a_refusal_the_payer_may_try_again() {
        TestBooking booking = TestBooking.confirmed();
        UUID first = heard(booking, PaymentChange.PROMPTED).getPayment().getAttemptReference();
        mtn.fails(first, "NOT_ENOUGH_FUNDS");
        PaymentEvent failed = heard(booking, PaymentChange.ATTEMPT_FAILED);
        assertThat(failed.getPayment().getReason()).isEqualTo("NOT_ENOUGH_FUNDS");
        assertThat(failed.getPayment().getStatus()).isEqualTo(PaymentStatus.PENDING);

        UUID paymentId = failed.getPayment().getPaymentId();
        String payer = TestToken.of(Role.CUSTOMER).phone(booking.payerPhone()).sign();
        retry(payer, paymentId, 201);
        retry(payer, paymentId, 409);
        PaymentEvent second = tap.awaitOne(
                PaymentEvent.class,
                event -> isOf(booking, event)
                        && event.getChange() == PaymentChange.PROMPTED
                        && event.getPayment().getAttempts() == 2);
        mtn.succeeds(second.getPayment().getAttemptReference());
        heard(booking, PaymentChange.SUCCEEDED);
        retry(payer, paymentId, 409);
        assertThat(second.getPayment().getAttemptReference()).isNotEqualTo(first);
    }

    @Test
    void attempts_are_limited() {
        TestBooking booking = TestBooking.confirmed();
        for (int attempt = 1; attempt <= 3; attempt++) {
            int number = attempt;
            PaymentEvent prompted = tap.awaitOne(
                    PaymentEvent.class,
                    event -> isOf(booking, event)
                            && event.getChange() == PaymentChange.PROMPTED
                            && event.getPayment().getAttempts() == number);
            mtn.fails(prompted.getPayment().getAttemptReference(), "APPROVAL_REJECTED");
            tap.awaitOne(
                    PaymentEvent.class,
                    event -> isOf(booking, event)
                            && event.getChange() == PaymentChange.ATTEMPT_FAILED
                            && event.getPayment().getAttempts() == number);
            retry(booking.senderToken(), prompted.getPayment().getPaymentId(), attempt < 3 ? 201 : 429);
        }
    }

    @Test
    void silence_until_the_window_closes_expires_the_payment_and_late_money_goes_back() {
        TestBooking booking = TestBooking.confirmed();
        UUID reference = heard(booking, PaymentChange.PROMPTED).getPayment().getAttemptReference();
        assertThat(deadline(booking)).isEqualTo(booking.confirmedAt().plus(Duration.ofMinutes(30)));
        unitOfWork.run(tx -> Seed.windowClosesWithin(tx, Duration.ZERO, booking));
        PaymentEvent expired = heard(booking, PaymentChange.EXPIRED);
        assertThat(expired.getPayment().getStatus()).isEqualTo(PaymentStatus.EXPIRED);

        mtn.succeeds(reference);

        PaymentEvent refunded = heard(booking, PaymentChange.REFUNDED);
        assertThat(refunded.getPayment().getStatus()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(changes(booking))
                .containsExactly(
                        PaymentChange.REQUESTED,
                        PaymentChange.PROMPTED,
                        PaymentChange.EXPIRED,
                        PaymentChange.LATE,
                        PaymentChange.REFUND_REQUESTED,
                        PaymentChange.REFUNDED);
        assertThat(sequences(booking)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(mtn.refundsOf(reference)).isEqualTo(1);
        assertThat(entries(booking))
                .containsExactlyInAnyOrder(
                        "COLLECTED_LATE DEBIT PAYER_CLEARING_MTN 11800",
                        "COLLECTED_LATE CREDIT REFUNDS_PAYABLE 11800",
                        "REFUND_PAID DEBIT REFUNDS_PAYABLE 11800",
                        "REFUND_PAID CREDIT PAYER_CLEARING_MTN 11800");
    }

    @Test
    void a_booking_confirmed_too_long_ago_expires_without_anybody_being_asked() {
        TestBooking booking = TestBooking.confirmedWithLeft(Duration.ofMinutes(-5));
        heard(booking, PaymentChange.EXPIRED);
        await().atMost(SOON).until(() -> status(booking, 1).equals("FAILED"));
        assertThat(mtn.ordersOf(booking.payerPhone())).isZero();
        assertThat(changes(booking)).containsExactly(PaymentChange.REQUESTED, PaymentChange.EXPIRED);
    }

    @Test
    void a_cancelled_booking_that_was_paid_gets_its_money_back_even_if_MTN_refuses_at_first() {
        TestBooking booking = TestBooking.confirmed();
        UUID reference = heard(booking, PaymentChange.PROMPTED).getPayment().getAttemptReference();
        mtn.succeeds(reference);
        heard(booking, PaymentChange.SUCCEEDED);
        mtn.answersRefundsOf(reference, okJson("{\"code\": \"NOT_ALLOWED\"}").withStatus(500));

        booking.cancel();

        assertThat(heard(booking, PaymentChange.REFUND_REQUESTED).getPayment().getStatus())
                .isEqualTo(PaymentStatus.REFUNDING);
        await().atMost(SOON).until(() -> mtn.refundsOf(reference) >= 2);
        mtn.answersRefundsOf(reference, aResponse().withStatus(202));
        heard(booking, PaymentChange.REFUNDED);
        assertThat(entries(booking))
                .contains(
                        "REFUND_OWED DEBIT REVENUE 10000",
                        "REFUND_OWED DEBIT VAT_PAYABLE 1800",
                        "REFUND_OWED CREDIT REFUNDS_PAYABLE 11800",
                        "REFUND_PAID CREDIT PAYER_CLEARING_MTN 11800");
        assertThat(changes(booking)).containsOnlyOnce(PaymentChange.REFUNDED);
    }

    @Test
    void a_booking_cancelled_before_it_was_paid_cancels_the_payment_and_money_after_that_goes_back() {
        TestBooking booking = TestBooking.confirmed();
        UUID reference = heard(booking, PaymentChange.PROMPTED).getPayment().getAttemptReference();
        booking.cancel();
        PaymentEvent cancelled = heard(booking, PaymentChange.CANCELLED);
        assertThat(cancelled.getPayment().getStatus()).isEqualTo(PaymentStatus.CANCELLED);

        mtn.succeeds(reference);

        assertThat(heard(booking, PaymentChange.REFUNDED).getPayment().getStatus())
                .isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void no_answer_to_the_order_is_no_failure_and_never_a_second_charge() {
        TestBooking booking = TestBooking.of("ishemalink", Instant.now());
        mtn.answersOrders(booking.payerPhone(), aResponse().withFault(Fault.EMPTY_RESPONSE));
        booking.publish(BookingChange.CONFIRMED, BookingStatus.CONFIRMED, null);

        UUID reference = heard(booking, PaymentChange.PROMPTED).getPayment().getAttemptReference();
        mtn.succeeds(reference);
        heard(booking, PaymentChange.SUCCEEDED);

        assertThat(mtn.orders(reference)).isEqualTo(1);
        assertThat(mtn.ordersOf(booking.payerPhone())).isEqualTo(1);
    }

    @Test
    void an_order_that_MTN_never_saw_is_sent_again_under_the_same_reference() {
        TestBooking booking = TestBooking.of("ishemalink", Instant.now());
        UUID reference = UUID.randomUUID();
        mtn.answersOrders(booking.payerPhone(), aResponse().withFault(Fault.EMPTY_RESPONSE));
        mtn.hasNeverSeen(reference);
        unitOfWork.run(tx -> Seed.payment(tx, booking, reference));
        await().atMost(SOON).until(() -> mtn.orders(reference) >= 2);

        mtn.answersOrders(
                booking.payerPhone(),
                okJson("{\"code\": \"RESOURCE_ALREADY_EXIST\"}").withStatus(409));
        heard(booking, PaymentChange.PROMPTED);
        mtn.succeeds(reference);
        heard(booking, PaymentChange.SUCCEEDED);
        assertThat(mtn.ordersOf(booking.payerPhone())).isEqualTo(mtn.orders(reference));
    }

    @Test
    void a_worker_that_died_after_its_claim_is_followed_by_one_that_asks_first() {
        TestBooking booking = TestBooking.of("ishemalink", Instant.now());
        UUID reference = UUID.randomUUID();
        unitOfWork.run(tx -> {
            Seed.payment(tx, booking, reference);
            Seed.claimedAndLost(tx, reference);
        });
        heard(booking, PaymentChange.PROMPTED);
        mtn.succeeds(reference);
        heard(booking, PaymentChange.SUCCEEDED);
        assertThat(mtn.questions(reference)).isPositive();
        assertThat(mtn.orders(reference)).isZero();
    }

    @Test
    void a_forged_callback_moves_no_money_and_an_unknown_reference_is_404() {
        TestBooking booking = TestBooking.confirmed();
        UUID reference = heard(booking, PaymentChange.PROMPTED).getPayment().getAttemptReference();
        for (String body : List.of("{\"status\": \"SUCCESSFUL\", \"financialTransactionId\": \"1\"}", "not json", "")) {
            given().contentType("application/json")
                    .body(body)
                    .post("/api/payments/callbacks/mtn/" + reference)
                    .then()
                    .statusCode(204);
        }
        int asked = mtn.questions(reference);
        // Of the next two questions, the first one's answer is on record when the second is asked.
        await().atMost(SOON).until(() -> mtn.questions(reference) >= asked + 2);
        assertThat(status(booking, 1)).isEqualTo("PROMPTED");
        assertThat(entries(booking)).isEmpty();
        given().contentType("application/json")
                .body("{\"status\": \"SUCCESSFUL\"}")
                .put("/api/payments/callbacks/mtn/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:no-such-reference"));
        given().put("/api/payments/callbacks/mtn/no-uuid").then().statusCode(404);
    }

    @Test
    void repeated_callbacks_by_PUT_and_POST_record_one_success() {
        TestBooking booking = TestBooking.confirmed();
        UUID reference = heard(booking, PaymentChange.PROMPTED).getPayment().getAttemptReference();
        mtn.succeeds(reference);
        IntStream.range(0, 5).parallel().forEach(i -> {
            given().put("/api/payments/callbacks/mtn/" + reference).then().statusCode(204);
            given().post("/api/payments/callbacks/mtn/" + reference).then().statusCode(204);
        });
        heard(booking, PaymentChange.SUCCEEDED);
        assertThat(changes(booking)).containsOnlyOnce(PaymentChange.SUCCEEDED);
        assertThat(entries(booking)).hasSize(3);
    }

    @Test
    void a_failure_that_turns_into_money_after_another_attempt_was_paid_goes_back() {
        TestBooking booking = TestBooking.confirmed();
        PaymentEvent prompted = heard(booking, PaymentChange.PROMPTED);
        UUID first = prompted.getPayment().getAttemptReference();
        mtn.fails(first, "EXPIRED");
        heard(booking, PaymentChange.ATTEMPT_FAILED);
        retry(booking.senderToken(), prompted.getPayment().getPaymentId(), 201);
        UUID second = tap.awaitOne(
                        PaymentEvent.class,
                        event -> isOf(booking, event)
                                && event.getChange() == PaymentChange.PROMPTED
                                && event.getPayment().getAttempts() == 2)
                .getPayment()
                .getAttemptReference();
        mtn.succeeds(second);
        heard(booking, PaymentChange.SUCCEEDED);

        mtn.succeeds(first);
        given().put("/api/payments/callbacks/mtn/" + first).then().statusCode(204);

        PaymentEvent refunded = heard(booking, PaymentChange.REFUNDED);
        assertThat(refunded.getPayment().getStatus()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(refunded.getPayment().getProviderTransactionId()).isEqualTo("tx-" + second);
        assertThat(mtn.refundsOf(first)).isEqualTo(1);
        assertThat(mtn.refundsOf(second)).isZero();
    }

    @Test
    void many_workers_at_once_send_every_order_once() {
        List<TestBooking> bookings = Stream.generate(() -> TestBooking.of("ishemalink", Instant.now()))
                .limit(40)
                .toList();
        unitOfWork.run(tx -> bookings.forEach(booking -> Seed.payment(tx, booking, UUID.randomUUID())));
        await().atMost(SOON).until(() -> {
            IntStream.range(0, 8).parallel().forEach(i -> worker.sweep());
            return bookings.stream().allMatch(booking -> status(booking, 1).equals("PROMPTED"));
        });
        assertThat(bookings).allSatisfy(booking -> assertThat(mtn.ordersOf(booking.payerPhone()))
                .isEqualTo(1));
    }

    @Test
    void success_and_expiry_at_the_same_moment_leave_one_winner_and_the_books_in_order() {
        List<TestBooking> bookings =
                Stream.generate(TestBooking::confirmed).limit(12).toList();
        List<UUID> references = bookings.stream()
                .map(booking ->
                        heard(booking, PaymentChange.PROMPTED).getPayment().getAttemptReference())
                .toList();
        unitOfWork.run(tx -> bookings.forEach(booking -> Seed.windowClosesWithin(tx, Duration.ofMillis(800), booking)));
        references.forEach(mtn::succeeds);
        for (TestBooking booking : bookings) {
            PaymentEvent end = tap.awaitOne(
                    PaymentEvent.class,
                    event -> isOf(booking, event)
                            && (event.getChange() == PaymentChange.SUCCEEDED
                                    || event.getChange() == PaymentChange.REFUNDED));
            boolean expired = changes(booking).contains(PaymentChange.EXPIRED);
            assertThat(end.getChange()).isEqualTo(expired ? PaymentChange.REFUNDED : PaymentChange.SUCCEEDED);
        }
    }

    private PaymentEvent heard(TestBooking booking, PaymentChange change) {
        return tap.awaitOne(PaymentEvent.class, event -> isOf(booking, event) && event.getChange() == change);
    }

    private static boolean isOf(TestBooking booking, PaymentEvent event) {
        return event.getPayment().getBookingId().equals(booking.bookingId());
    }

    /** All changes, once nothing is left that could bring another. */
    private List<PaymentChange> changes(TestBooking booking) {
        await().atMost(SOON)
                .until(() -> isSettled(booking) && sequences(booking).size() == version(booking));
        return tap.listFor(booking.bookingId(), PaymentEvent.class).stream()
                .map(PaymentEvent::getChange)
                .toList();
    }

    private List<Long> sequences(TestBooking booking) {
        return tap.listFor(booking.bookingId(), PaymentEvent.class).stream()
                .map(event -> event.getMetadata().getSequence())
                .toList();
    }

    private List<String> correlations(TestBooking booking) {
        return tap.listFor(booking.bookingId(), PaymentEvent.class).stream()
                .map(event -> event.getMetadata().getCorrelationId())
                .distinct()
                .toList();
    }

    private static void retry(String token, UUID paymentId, int status) {
        given().auth()
                .oauth2(token)
                .post("/api/payments/" + paymentId + "/attempts")
                .then()
                .statusCode(status);
    }

    private boolean isHandled(UUID eventId) {
        return unitOfWork.read(sql -> sql.createQuery("select exists (select from inbox where event_id = :eventId)")
                .bind("eventId", eventId)
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether MTN is to be asked nothing more. */
    private boolean isSettled(TestBooking booking) {
        return unitOfWork.read(sql -> sql.createQuery("""
                        select not exists (select from movement m join payment p using (payment_id)
                                            where p.booking_id = :bookingId and m.next_poll_at is not null)""")
                .bind("bookingId", booking.bookingId())
                .mapTo(Boolean.class)
                .one());
    }

    private int version(TestBooking booking) {
        return unitOfWork.read(sql -> sql.createQuery("select version from payment where booking_id = :bookingId")
                .bind("bookingId", booking.bookingId())
                .mapTo(Integer.class)
                .one());
    }

    private Instant deadline(TestBooking booking) {
        return unitOfWork.read(sql -> sql.createQuery("select expires_at from payment where booking_id = :bookingId")
                .bind("bookingId", booking.bookingId())
                .mapTo(Instant.class)
                .one());
    }

    private String status(TestBooking booking, int number) {
        return unitOfWork.read(sql -> sql.createQuery("""
                        select m.status from movement m join payment p using (payment_id)
                         where p.booking_id = :bookingId and m.number = :number and m.kind = 'COLLECTION'""")
                .bind("bookingId", booking.bookingId())
                .bind("number", number)
                .mapTo(String.class)
                .one());
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
