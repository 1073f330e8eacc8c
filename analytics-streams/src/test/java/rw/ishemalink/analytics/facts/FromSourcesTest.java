package rw.ishemalink.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.BookingLife;
import rw.ishemalink.analytics.TestNames;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.analytics.TimelineEntry;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentStatus;
import rw.ishemalink.schemas.tracking.TrackingChange;

/** What is read out of each topic. */
class FromSourcesTest {

    private static final UUID DRIVER = new UUID(0, 7);

    @Test
    void a_booking_is_known_as_it_stands_and_its_customer_under_another_name() {
        Story story = Story.begin().paid();
        Booked booked = booked(story);
        assertThat(booked.status()).isEqualTo(BookingStatus.PAID);
        assertThat(booked.grossFrancs()).isEqualTo(11_800);
        assertThat(booked.vatFrancs()).isEqualTo(1_800);
        assertThat(booked.origin().code()).isEqualTo("RW-25");
        assertThat(booked.driverId()).isNull();
        assertThat(booked.customer())
                .isEqualTo(TestNames.PSEUDONYMS.of(story.sender()))
                .hasSize(32)
                .doesNotContain(story.sender().toString().substring(0, 8));
    }

    @Test
    void what_is_not_newer_changes_nothing() {
        Story story = Story.begin().paid().compliance(ComplianceChange.RECEIPT_ISSUED);
        story.tracking(TrackingChange.TRIP_STARTED);
        Facts known = Hearing.of(story);
        assertThat(story.told())
                .allSatisfy(event -> assertThat(Hearing.after(known, event)).isEmpty());
    }

    @Test
    void the_first_assignment_stays_when_another_driver_takes_over() {
        Story story = Story.begin().paid().booking(life -> life.assignedTo(DRIVER));
        var first = story.now();
        story.later(Duration.ofHours(1)).booking(life -> life.assignedTo(new UUID(0, 8)));
        assertThat(booked(story).assignedAt()).isEqualTo(first);
        assertThat(booked(story).driverId()).isEqualTo(new UUID(0, 8));
    }

    @Test
    void nobody_drives_what_is_called_off_and_it_ended_then() {
        Story story =
                Story.begin().paid().booking(life -> life.assignedTo(DRIVER)).booking(BookingLife::cancelled);
        assertThat(booked(story).driverId()).isNull();
        assertThat(booked(story).endedAt()).isEqualTo(story.now());
    }

    @Test
    void a_status_that_a_later_contract_has_added_changes_nothing() {
        Story story = Story.begin().paid();
        Facts known = Hearing.of(story);
        story.booking(BookingLife::unheardOf).payment(PaymentChange.UNKNOWN, PaymentStatus.UNKNOWN);
        story.compliance(ComplianceChange.UNKNOWN).tracking(TrackingChange.UNKNOWN);
        assertThat(Hearing.of(story)).isEqualTo(known);
    }

    @Test
    void other_money_than_francs_cannot_be_counted() {
        Story dollars = new Story(BookingLife.begin().in("USD")).booking(BookingLife::confirmed);
        assertThatThrownBy(() -> Hearing.of(dollars)).isInstanceOf(UncountableEventException.class);
        Story shillings = Story.begin().in("UGX").paid();
        assertThatThrownBy(() -> Hearing.of(shillings)).isInstanceOf(UncountableEventException.class);
    }

    @Test
    void a_payment_ends_once_and_a_refund_does_not_end_it_again() {
        Story story = Story.begin().failedAttempt();
        assertThat(payment(story).endedAt()).isNull();
        story.paid();
        var ended = payment(story).endedAt();
        story.payment(PaymentChange.REFUNDED, PaymentStatus.REFUNDED);
        assertThat(payment(story).endedAt()).isEqualTo(ended);
        assertThat(payment(story).attempts()).isEqualTo(2);
        assertThat(payment(story).status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    void what_expired_ended_when_it_was_told_first() {
        Story story = Story.begin().payment(PaymentChange.EXPIRED, PaymentStatus.EXPIRED);
        var ended = story.now();
        story.later(Duration.ofDays(1)).payment(PaymentChange.UNKNOWN, PaymentStatus.EXPIRED);
        assertThat(payment(story).endedAt()).isEqualTo(ended);
    }

    @Test
    void the_platforms_part_is_known_once_the_price_is_shared_out() {
        assertThat(payment(Story.begin().paid()).commissionFrancs()).isNull();
        assertThat(payment(Story.begin().paid().shared()).commissionFrancs()).isEqualTo(1_180);
    }

    @Test
    void the_first_receipt_counts_though_it_is_ours_and_every_refusal_does() {
        Story story = Story.begin().paid().compliance(ComplianceChange.RECEIPT_SIGNED_LOCALLY);
        var signed = story.now();
        story.compliance(ComplianceChange.DISPATCH_REFUSED)
                .compliance(ComplianceChange.RECEIPT_ISSUED)
                .compliance(ComplianceChange.DISPATCH_REFUSED);
        assertThat(Hearing.of(story).papers()).isEqualTo(new Papers(4, signed, true, 2));
    }

    @Test
    void the_first_estimate_is_the_promise() {
        Story story = Story.begin().tracking(TrackingChange.TRIP_STARTED).tracking(TrackingChange.ARRIVAL_ESTIMATED);
        var promised = Objects.requireNonNull(Hearing.of(story).trip()).promisedAt();
        assertThat(promised).isNotNull();
        story.tracking(TrackingChange.ARRIVAL_ESTIMATED);
        assertThat(Hearing.of(story).trip()).isEqualTo(new Trip(3, promised));
    }

    @Test
    void the_timeline_keeps_everything_but_the_oldest_of_too_much_tracking() {
        Story story = Story.begin().tracking(TrackingChange.ARRIVAL_ESTIMATED);
        for (int i = 0; i < 300; i++) {
            story.tracking(TrackingChange.GEOFENCE_ENTERED);
        }
        story.paid();
        Facts facts = Hearing.of(story);
        assertThat(facts.timeline()).hasSize(Timeline.MOST).isSortedAccordingTo((one, other) -> one.getAt()
                .compareTo(other.getAt()));
        assertThat(facts.timeline())
                .extracting(TimelineEntry::getChange)
                .contains("CONFIRMED", "ARRIVAL_ESTIMATED", "PAID", "SUCCEEDED");
        assertThat(facts.timeline()).extracting(TimelineEntry::getSequence).contains(301L);
        assertThat(story.told(Topics.TRACKING_EVENTS)).hasSize(301);
    }

    private static Booked booked(Story story) {
        return Objects.requireNonNull(Hearing.of(story).booked());
    }

    private static PaymentFacts payment(Story story) {
        return Objects.requireNonNull(Hearing.of(story).payment());
    }
}
