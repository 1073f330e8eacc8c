package rw.ishemalink.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.privacy.PrivacyAnswer;
import rw.ishemalink.schemas.privacy.PrivacyWish;

/** What becomes of a payer who asks for a copy, and to be forgotten. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class PrivacyStoryTest {

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Jdbi jdbi;

    private final Mtn mtn = Mtn.ready();
    private final EventTap tap = EventTap.on(Topics.PAYMENT_EVENTS);

    @AfterEach
    void close() {
        tap.close();
        unitOfWork.run(Seed::everythingRests);
    }

    @Test
    void a_payer_is_asked_through_a_phone_that_is_not_in_the_database_in_clear() {
        TestBooking booking = paid();
        assertThat(mtn.ordersOf(booking.payerPhone())).isEqualTo(1);
        assertThat(PrivacyTrial.tablesWith(jdbi, booking.payerPhone().substring(1)))
                .isEmpty();
    }

    @Test
    void a_copy_holds_payments_and_attempts_and_is_the_payers_own() {
        TestBooking booking = paid();
        PrivacyTrial trial = new PrivacyTrial(jdbi, "payment-service", booking.senderId());
        assertThat(trial.ask(PrivacyWish.EXPORT).getRecords()).isEqualTo(2);
        String phone = booking.payerPhone().substring(1);
        trial.part(booking.senderId())
                .statusCode(200)
                .body("sets.find { it.set == 'payments' }.rows[0].payer_phone", equalTo(phone))
                .body("sets.find { it.set == 'attempts' }.rows[0].phone", equalTo(phone));
        trial.part(UUID.randomUUID()).statusCode(404);
        trial.part(null).statusCode(401);
    }

    @Test
    void an_open_payment_postpones_and_a_paid_one_stays_without_its_phone() {
        TestBooking booking = TestBooking.confirmed();
        UUID attempt = heard(booking, PaymentChange.PROMPTED).getPayment().getAttemptReference();
        PrivacyTrial trial = new PrivacyTrial(jdbi, "payment-service", booking.senderId());
        assertThat(trial.ask(PrivacyWish.ERASE).getPostponedBecause()).isEqualTo("open-payments");

        mtn.succeeds(attempt);
        heard(booking, PaymentChange.SUCCEEDED);
        PrivacyAnswer last = trial.ask(PrivacyWish.ERASE);
        assertThat(last.getKept()).isEqualTo(1);
        assertThat(last.getKeptBecause()).startsWith("Law 020/2023");
        assertThat(last.getRecords()).isEqualTo(2);
        assertThat(count("payment_id is not null and payer_phone is null and status = 'SUCCEEDED'", booking))
                .isEqualTo(1);
        assertThat(trial.ask(PrivacyWish.ERASE).getRecords()).isEqualTo(2);
    }

    private TestBooking paid() {
        TestBooking booking = TestBooking.confirmed();
        mtn.succeeds(heard(booking, PaymentChange.PROMPTED).getPayment().getAttemptReference());
        heard(booking, PaymentChange.SUCCEEDED);
        return booking;
    }

    private PaymentEvent heard(TestBooking booking, PaymentChange change) {
        return tap.awaitOne(
                PaymentEvent.class,
                event -> event.getPayment().getBookingId().equals(booking.bookingId()) && event.getChange() == change);
    }

    private long count(String where, TestBooking booking) {
        return jdbi.withHandle(
                sql -> sql.createQuery("select count(*) from payment where booking_id = :bookingId and " + where)
                        .bind("bookingId", booking.bookingId())
                        .mapTo(Long.class)
                        .one());
    }
}
