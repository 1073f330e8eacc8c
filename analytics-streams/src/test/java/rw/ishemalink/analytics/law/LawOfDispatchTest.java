package rw.ishemalink.analytics.law;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.analytics.law.History.NEXT_YEAR;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.analytics.BookingLife;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentStatus;

/** The rules one by one, and what is late. */
class LawOfDispatchTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path stateDir;

    @SuppressWarnings("NullAway.Init")
    private Checker checker;

    @BeforeEach
    void open() {
        checker = new Checker(stateDir);
    }

    @AfterEach
    void close() {
        checker.close();
    }

    @Test
    void a_journey_as_it_should_be_breaks_nothing() {
        hear(History.assigned().booking(BookingLife::pickedUp).booking(BookingLife::delivered));
        assertThat(rules()).isEmpty();
    }

    @Test
    void an_assignment_without_money_is_told_once_however_far_the_booking_goes() {
        hear(History.confirmed()
                .booking(BookingLife::paid)
                .receipt()
                .cleared(NEXT_YEAR)
                .assignedTo()
                .booking(BookingLife::pickedUp)
                .booking(BookingLife::delivered));
        checker.longSilence();
        assertThat(checker.violations()).singleElement().satisfies(violation -> {
            assertThat(violation.rule()).isEqualTo("LAW-PAID");
            assertThat(violation.step()).isEqualTo(Fact.Step.ASSIGNED);
            assertThat(violation.sequence()).isEqualTo(3);
        });
    }

    @Test
    void money_that_went_back_before_the_assignment_does_not_count() {
        hear(History.confirmed()
                .paid()
                .receipt()
                .refunded()
                .later(Duration.ofHours(1))
                .cleared(NEXT_YEAR)
                .assignedTo());
        assertThat(rules()).containsExactly("LAW-PAID");
    }

    @Test
    void a_second_payment_that_goes_back_leaves_the_first_one() {
        hear(History.confirmed()
                .paid()
                .payment(PaymentChange.REFUND_REQUESTED, PaymentStatus.SUCCEEDED)
                .payment(PaymentChange.REFUNDED, PaymentStatus.SUCCEEDED)
                .receipt()
                .cleared(NEXT_YEAR)
                .later(Duration.ofHours(1))
                .assignedTo());
        assertThat(rules()).isEmpty();
    }

    @Test
    void what_costs_nothing_needs_no_payment() {
        hear(new History(BookingLife.begin().free())
                .booking(BookingLife::confirmed)
                .receipt()
                .cleared(NEXT_YEAR)
                .assignedTo());
        assertThat(rules()).isEmpty();
    }

    @Test
    void a_local_signature_counts_for_24_hours() {
        hear(History.confirmed()
                .paid()
                .localSignature()
                .later(Duration.ofHours(23))
                .cleared(NEXT_YEAR)
                .assignedTo());
        assertThat(rules()).isEmpty();
        hear(History.confirmed()
                .paid()
                .localSignature()
                .later(Duration.ofHours(25))
                .cleared(NEXT_YEAR)
                .assignedTo()
                .later(Duration.ofHours(1))
                .receipt());
        assertThat(rules()).containsExactly("LAW-RECEIPT");
    }

    @Test
    void a_receipt_that_was_credited_is_none() {
        hear(History.confirmed()
                .paid()
                .receipt()
                .credited()
                .later(Duration.ofHours(1))
                .cleared(NEXT_YEAR)
                .assignedTo());
        assertThat(rules()).containsExactly("LAW-RECEIPT");
    }

    @Test
    void a_clearance_of_another_driver_clears_nobody_else() {
        hear(History.confirmed().paid().receipt().clearedForAnotherDriver().assignedTo());
        assertThat(rules()).containsExactly("LAW-CLEARANCE");
    }

    @Test
    void a_pickup_on_the_last_valid_day_in_rwanda_is_allowed_and_an_hour_later_it_is_not() {
        // 21:30 UTC is 23:30 in Kigali.
        Instant evening = Instant.parse("2026-11-20T21:30:00Z");
        LocalDate lastDay = LocalDate.parse("2026-11-20");
        hear(assignedAt(evening, lastDay).booking(BookingLife::pickedUp));
        assertThat(rules()).isEmpty();
        hear(assignedAt(evening, lastDay).later(Duration.ofHours(1)).booking(BookingLife::pickedUp));
        assertThat(rules()).containsExactly("LAW-CLEARANCE-VALID");
    }

    @Test
    void what_is_held_leaves_when_customs_released_it() {
        hear(atTheBorder()
                .booking(BookingLife::held)
                .booking(BookingLife::released)
                .booking(BookingLife::leftBorder));
        assertThat(rules()).isEmpty();
        hear(atTheBorder()
                .booking(BookingLife::held)
                .booking(BookingLife::held)
                .booking(BookingLife::released)
                .booking(BookingLife::leftBorder));
        assertThat(rules()).containsExactly("LAW-BORDER-HOLD");
    }

    @Test
    void a_delivery_of_what_nobody_picked_up_is_told() {
        hear(History.assigned().booking(BookingLife::delivered));
        assertThat(rules()).containsExactly("LAW-PICKUP-FIRST");
    }

    @Test
    void a_pickup_without_any_assignment_lacks_the_clearance() {
        hear(History.confirmed().paid().receipt().booking(BookingLife::pickedUp));
        assertThat(rules()).containsExactly("LAW-CLEARANCE");
    }

    @Test
    void proofs_that_are_read_days_after_the_booking_are_no_alarm() {
        History late = History.assigned().booking(BookingLife::pickedUp);
        History other = new History(BookingLife.begin().at(late.now().plus(Duration.ofDays(3))))
                .booking(BookingLife::confirmed);
        checker.hear(on(late, Topics.BOOKING_EVENTS));
        checker.hear(other.told());
        checker.silence(Duration.ofSeconds(5));
        assertThat(checker.violations()).isEmpty();

        checker.hear(on(late, Topics.COMPLIANCE_EVENTS));
        checker.hear(on(late, Topics.PAYMENT_EVENTS));
        assertThat(rules()).isEmpty();
    }

    @Test
    void once_a_topic_was_read_past_the_step_a_missing_proof_is_certain() {
        History unpaid = History.assigned();
        History other = new History(BookingLife.begin().at(unpaid.now().plus(Duration.ofHours(1))))
                .booking(BookingLife::confirmed)
                .paid();
        checker.hear(unpaid.without(told -> told.topic() == Topics.PAYMENT_EVENTS));
        checker.silence(Duration.ofSeconds(2));
        assertThat(checker.violations()).isEmpty();

        checker.hear(on(other, Topics.PAYMENT_EVENTS));
        checker.silence(Duration.ofSeconds(2));
        assertThat(checker.violations()).extracting(Violation::rule).containsExactly("LAW-PAID");
    }

    @Test
    void a_proof_that_turns_up_after_all_withdraws_the_violation() {
        History late = History.assigned();
        checker.hear(late.without(told -> told.topic() == Topics.PAYMENT_EVENTS));
        checker.longSilence();
        assertThat(checker.violations()).extracting(Violation::rule).containsExactly("LAW-PAID");

        checker.hear(on(late, Topics.PAYMENT_EVENTS));
        assertThat(rules()).isEmpty();
    }

    @Test
    void of_a_booking_whose_beginning_is_gone_nothing_is_said() {
        hear(new History(BookingLife.begin().after(5)).booking(BookingLife::delivered));
        assertThat(rules()).isEmpty();
    }

    @Test
    void what_is_over_is_forgotten_and_what_is_under_way_is_not() {
        hear(History.assigned().booking(BookingLife::pickedUp).booking(BookingLife::delivered));
        hear(History.assigned().booking(BookingLife::pickedUp));
        Instant later = History.confirmed().now().plus(ClosedDossiers.KEPT).plus(Duration.ofDays(1));
        hear(new History(BookingLife.begin().at(later)).booking(BookingLife::confirmed));
        checker.silence(CheckLaw.REVIEW_EVERY);
        assertThat(checker.countDossiers()).isEqualTo(2);
    }

    private static History assignedAt(Instant time, LocalDate validUntil) {
        return new History(BookingLife.begin().at(time))
                .booking(BookingLife::confirmed)
                .paid()
                .receipt()
                .cleared(validUntil)
                .assignedTo();
    }

    private static History atTheBorder() {
        return new History(BookingLife.begin().kind(BookingKind.CARGO_INTERNATIONAL))
                .booking(BookingLife::confirmed)
                .paid()
                .receipt()
                .cleared(NEXT_YEAR)
                .assignedTo()
                .booking(BookingLife::pickedUp)
                .booking(BookingLife::arrivedAtBorder);
    }

    private static List<Told> on(History history, Topics topic) {
        return history.without(told -> told.topic() != topic);
    }

    private void hear(History history) {
        checker.hear(history.told());
    }

    private List<String> rules() {
        checker.longSilence();
        return checker.violations().stream().map(Violation::rule).toList();
    }
}
