package rw.ishemalink.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.payment.PaymentStatus;

/** What becomes of the price of a delivered booking: 11,800 francs, of which 1,800 are VAT. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class ShareStoryTest {

    @Inject
    UnitOfWork unitOfWork;

    private final Mtn mtn = Mtn.ready();
    private final EventTap tap = EventTap.on(Topics.PAYMENT_EVENTS);
    private final UUID driver = UUID.randomUUID();

    @AfterEach
    void close() {
        tap.close();
        unitOfWork.run(Seed::everythingRests);
    }

    @Test
    void on_delivery_the_drivers_share_becomes_payable_and_the_commission_is_kept() {
        TestBooking booking = paid(TestBooking.confirmed());
        booking.deliver(driver, null);
        awaitShare(booking, "EARNED");
        assertThat(shareEntries(booking))
                .containsExactlyInAnyOrder(
                        "SHARE_EARNED DEBIT REVENUE 10000",
                        "SHARE_EARNED CREDIT COMMISSION 1500",
                        "SHARE_EARNED CREDIT DRIVER_PAYABLE 8500");
        await().untilAsserted(() -> given().auth()
                .oauth2(TestToken.of(Role.DRIVER).person(driver).sign())
                .get("/api/payments/ledger/accounts/DRIVER_PAYABLE/statement")
                .then()
                .statusCode(200)
                .body("lines", hasSize(1))
                .body("lines[0].kind", equalTo("SHARE_EARNED"))
                .body("lines[0].subject.type", equalTo("BOOKING"))
                .body("lines[0].subject.id", equalTo(booking.bookingId().toString()))
                .body("closing.balance", equalTo(-8_500)));
    }

    @Test
    void what_we_keep_is_told_when_it_is_shared_out_and_when_that_is_undone() {
        TestBooking booking = paid(TestBooking.confirmed());
        booking.deliver(driver, null);
        PaymentEvent shared = heard(booking, PaymentChange.SHARED);
        assertThat(shared.getPayment().getCommission().getAmount()).isEqualTo(1_500);
        assertThat(shared.getPayment().getStatus()).isEqualTo(PaymentStatus.SUCCEEDED);
        booking.cancel();
        PaymentEvent takenBack = heard(booking, PaymentChange.SHARE_TAKEN_BACK);
        assertThat(takenBack.getPayment().getCommission()).isNull();
        assertThat(heard(booking, PaymentChange.REFUNDED).getPayment().getCommission())
                .isNull();
        assertThat(sequences(booking))
                .isEqualTo(LongStream.rangeClosed(1, sequences(booking).size())
                        .boxed()
                        .toList());
    }

    @Test
    void who_drives_for_an_operator_earns_for_the_operator() {
        UUID operator = UUID.randomUUID();
        TestBooking booking = paid(TestBooking.confirmed());
        booking.deliver(driver, operator);
        awaitShare(booking, "EARNED");
        assertThat(shareEntries(booking)).contains("SHARE_EARNED CREDIT OPERATOR_PAYABLE 8500");
        assertThat(parties(booking)).containsExactly(operator);
    }

    @Test
    void a_tenant_may_have_agreed_on_another_commission() {
        TestBooking booking = TestBooking.of("half-and-half", Instant.now());
        booking.publish(BookingChange.CONFIRMED, BookingStatus.CONFIRMED, null);
        paid(booking);
        booking.deliver(driver, null);
        awaitShare(booking, "EARNED");
        assertThat(shareEntries(booking))
                .contains("SHARE_EARNED CREDIT COMMISSION 5000", "SHARE_EARNED CREDIT DRIVER_PAYABLE 5000");
    }

    @Test
    void a_delivery_by_nobody_goes_to_the_dead_letters_and_does_not_hold_up_what_follows() {
        TestBooking nobodys = TestBooking.of("ishemalink", Instant.now());
        nobodys.publish(BookingChange.DELIVERED, BookingStatus.DELIVERED, null);
        try (EventTap dead = EventTap.onDeadLettersOf(Topics.BOOKING_EVENTS)) {
            dead.awaitRecord(record -> nobodys.bookingId().toString().equals(record.key()));
        }
        TestBooking booking = paid(TestBooking.confirmed());
        booking.deliver(driver, null);
        awaitShare(booking, "EARNED");
        assertThat(statuses(nobodys)).isEmpty();
    }

    @Test
    void a_delivery_told_twice_is_shared_out_once_and_the_first_driver_told_of_keeps_it() {
        TestBooking booking = paid(TestBooking.confirmed());
        booking.deliver(driver, null);
        booking.deliver(driver, null);
        UUID last = booking.deliver(UUID.randomUUID(), null);
        await().until(() -> isHandled(last));
        assertThat(shareEntries(booking)).hasSize(3);
        assertThat(parties(booking)).containsExactly(driver);
    }

    @Test
    void a_delivery_heard_of_before_the_money_waits_for_it() {
        TestBooking booking = TestBooking.confirmed();
        UUID reference = heard(booking, PaymentChange.PROMPTED).getPayment().getAttemptReference();
        booking.deliver(driver, null);
        awaitShare(booking, "WAITING");
        assertThat(shareEntries(booking)).isEmpty();
        mtn.succeeds(reference);
        heard(booking, PaymentChange.SUCCEEDED);
        assertThat(status(booking)).isEqualTo("EARNED");
        assertThat(shareEntries(booking)).contains("SHARE_EARNED CREDIT DRIVER_PAYABLE 8500");
    }

    @Test
    void a_delivery_heard_of_before_the_confirmation_waits_for_the_money_too() {
        TestBooking booking = TestBooking.of("ishemalink", Instant.now());
        booking.deliver(driver, null);
        awaitShare(booking, "WAITING");
        booking.publish(BookingChange.CONFIRMED, BookingStatus.CONFIRMED, null);
        paid(booking);
        assertThat(status(booking)).isEqualTo("EARNED");
    }

    @Test
    void a_price_that_goes_back_after_all_takes_the_share_along() {
        TestBooking booking = paid(TestBooking.confirmed());
        booking.deliver(driver, null);
        awaitShare(booking, "EARNED");
        booking.cancel();
        heard(booking, PaymentChange.REFUNDED);
        assertThat(status(booking)).isEqualTo("REVERSED");
        assertThat(shareEntries(booking))
                .contains(
                        "SHARE_REVERSED CREDIT REVENUE 10000",
                        "SHARE_REVERSED DEBIT COMMISSION 1500",
                        "SHARE_REVERSED DEBIT DRIVER_PAYABLE 8500");
        assertThat(correctedKinds(booking)).containsExactly("SHARE_EARNED");
    }

    @Test
    void money_that_came_twice_goes_back_and_leaves_the_share_alone() {
        TestBooking booking = TestBooking.confirmed();
        PaymentEvent prompted = heard(booking, PaymentChange.PROMPTED);
        UUID first = prompted.getPayment().getAttemptReference();
        mtn.fails(first, "EXPIRED");
        heard(booking, PaymentChange.ATTEMPT_FAILED);
        given().auth()
                .oauth2(booking.senderToken())
                .post("/api/payments/" + prompted.getPayment().getPaymentId() + "/attempts")
                .then()
                .statusCode(201);
        PaymentEvent second = tap.awaitOne(
                PaymentEvent.class,
                event -> isOf(booking, event)
                        && event.getChange() == PaymentChange.PROMPTED
                        && event.getPayment().getAttempts() == 2);
        mtn.succeeds(second.getPayment().getAttemptReference());
        heard(booking, PaymentChange.SUCCEEDED);
        booking.deliver(driver, null);
        awaitShare(booking, "EARNED");
        mtn.succeeds(first);
        given().put("/api/payments/callbacks/mtn/" + first).then().statusCode(204);
        heard(booking, PaymentChange.REFUNDED);
        assertThat(status(booking)).isEqualTo("EARNED");
        assertThat(shareEntries(booking)).hasSize(3);
    }

    private TestBooking paid(TestBooking booking) {
        mtn.succeeds(heard(booking, PaymentChange.PROMPTED).getPayment().getAttemptReference());
        heard(booking, PaymentChange.SUCCEEDED);
        return booking;
    }

    private PaymentEvent heard(TestBooking booking, PaymentChange change) {
        return tap.awaitOne(PaymentEvent.class, event -> isOf(booking, event) && event.getChange() == change);
    }

    private List<Long> sequences(TestBooking booking) {
        return tap.listFor(booking.bookingId(), PaymentEvent.class).stream()
                .map(event -> event.getMetadata().getSequence())
                .toList();
    }

    private static boolean isOf(TestBooking booking, PaymentEvent event) {
        return event.getPayment().getBookingId().equals(booking.bookingId());
    }

    private void awaitShare(TestBooking booking, String status) {
        await().until(() -> statuses(booking).contains(status));
    }

    private String status(TestBooking booking) {
        return statuses(booking).getFirst();
    }

    private List<String> statuses(TestBooking booking) {
        return texts("select status from share where booking_id = :bookingId", booking);
    }

    private List<String> shareEntries(TestBooking booking) {
        return texts("""
                select t.kind || ' ' || e.side || ' ' || e.account || ' ' || e.amount
                  from ledger_entry e join ledger_transfer t using (transfer_id)
                 where t.subject = 'BOOKING' and t.subject_id = :bookingId""", booking);
    }

    private List<UUID> parties(TestBooking booking) {
        return texts("""
                        select e.party::text from ledger_entry e join ledger_transfer t using (transfer_id)
                         where t.subject_id = :bookingId and e.party is not null""", booking).stream().map(UUID::fromString).toList();
    }

    private List<String> correctedKinds(TestBooking booking) {
        return texts("""
                select c.kind from ledger_transfer t join ledger_transfer c on c.transfer_id = t.corrects
                 where t.subject_id = :bookingId""", booking);
    }

    private List<String> texts(String query, TestBooking booking) {
        return unitOfWork.read(sql -> sql.createQuery(query)
                .bind("bookingId", booking.bookingId())
                .mapTo(String.class)
                .list());
    }

    private boolean isHandled(UUID eventId) {
        return unitOfWork.read(sql -> sql.createQuery("select exists (select from inbox where event_id = :eventId)")
                .bind("eventId", eventId)
                .mapTo(Boolean.class)
                .one());
    }
}
