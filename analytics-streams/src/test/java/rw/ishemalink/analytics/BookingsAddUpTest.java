package rw.ishemalink.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.drivers.Standing;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;

/** What bookings add up to, and what is taken back. */
class BookingsAddUpTest {

    private static final String US = "ishemalink";
    private static final Sums ONE_BOOKING =
            Sums.of(Map.of(Measure.BOOKINGS, 1L, Measure.GROSS, 11_800L, Measure.VAT, 1_800L));

    private final UUID uwase = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private final UUID mugisha = UUID.fromString("00000000-0000-7000-8000-000000000002");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path stateDir;

    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = new Ledger(stateDir);
    }

    /** Whatever happened, nothing left the topology but facts and its own internal topics. */
    @AfterEach
    void no_further_events() {
        assertThat(ledger.outputTopics())
                .allMatch(topic -> topic.startsWith("analytics-streams-") || topic.equals("booking.facts"));
        ledger.close();
    }

    @Test
    void a_booking_earns_when_it_is_paid_and_not_before() {
        BookingLife potatoes = BookingLife.begin();

        ledger.hear(potatoes.confirmed());
        assertThat(ledger.revenue()).isEmpty();
        assertThat(ledger.leaders(US)).isEmpty();

        ledger.hear(potatoes.later(Duration.ofMinutes(1)).paid());
        assertThat(ledger.revenueOn("2026-03-10", "CARGO_DOMESTIC")).isEqualTo(ONE_BOOKING);
        assertThat(ledger.revenueOn("2026-03-10", "CARGO_DOMESTIC").net()).isEqualTo(10_000);
    }

    @Test
    void a_delivery_counts_for_its_driver() {
        BookingLife coffee =
                BookingLife.begin().kind(BookingKind.CARGO_INTERNATIONAL).to("UG");

        ledger.hear(coffee.paid(), coffee.assignedTo(uwase), coffee.pickedUp());
        assertThat(ledger.leaders(US)).isEmpty();

        ledger.hear(coffee.later(Duration.ofHours(9)).delivered());
        assertThat(ledger.leaders(US)).containsExactly(oneDeliveryBy(uwase));
    }

    @Test
    void a_day_ends_at_midnight_in_kigali() {
        ledger.hear(
                BookingLife.begin().at(Instant.parse("2026-03-10T21:59:59Z")).paid());
        ledger.hear(
                BookingLife.begin().at(Instant.parse("2026-03-10T22:00:00Z")).paid());

        assertThat(ledger.revenueOn("2026-03-10", "CARGO_DOMESTIC")).isEqualTo(ONE_BOOKING);
        assertThat(ledger.revenueOn("2026-03-11", "CARGO_DOMESTIC")).isEqualTo(ONE_BOOKING);
    }

    @Test
    void what_is_delivered_tomorrow_was_earned_on_the_day_it_was_paid() {
        BookingLife potatoes = BookingLife.begin();

        ledger.hear(potatoes.paid(), potatoes.assignedTo(uwase));
        ledger.hear(potatoes.later(Duration.ofDays(1)).delivered());

        assertThat(ledger.revenueOn("2026-03-10", "CARGO_DOMESTIC")).isEqualTo(ONE_BOOKING);
        assertThat(ledger.revenueOn("2026-03-11", "CARGO_DOMESTIC")).isEqualTo(Sums.ZERO);
    }

    @Test
    void a_cancelled_booking_takes_its_money_back_from_the_day_it_was_paid() {
        BookingLife potatoes = BookingLife.begin();

        ledger.hear(potatoes.paid());
        ledger.hear(potatoes.later(Duration.ofDays(2)).cancelled());

        assertThat(ledger.revenue()).isEmpty();
        assertThat(ledger.leaders(US)).isEmpty();
    }

    @Test
    void a_booking_that_is_never_paid_leaves_no_trace() {
        BookingLife potatoes = BookingLife.begin();

        ledger.hear(potatoes.confirmed(), potatoes.later(Duration.ofMinutes(30)).failed());

        assertThat(ledger.revenue()).isEmpty();
        assertThat(ledger.leaders(US)).isEmpty();
    }

    @Test
    void a_repeated_event_counts_once() {
        BookingLife potatoes = BookingLife.begin();
        BookingEvent paid = potatoes.paid();
        BookingEvent assigned = potatoes.assignedTo(uwase);
        BookingEvent delivered = potatoes.delivered();

        ledger.hear(paid, assigned, delivered, paid, assigned, delivered, delivered);

        assertThat(ledger.revenueOn("2026-03-10", "CARGO_DOMESTIC")).isEqualTo(ONE_BOOKING);
        assertThat(ledger.leaders(US)).containsExactly(oneDeliveryBy(uwase));
    }

    @Test
    void a_repeated_payment_after_the_cancellation_brings_nothing_back() {
        BookingLife potatoes = BookingLife.begin();
        BookingEvent paid = potatoes.paid();

        ledger.hear(paid, potatoes.cancelled(), paid);

        assertThat(ledger.revenue()).isEmpty();
    }

    @Test
    void a_status_that_a_later_contract_has_added_takes_nothing_back() {
        BookingLife potatoes = BookingLife.begin();

        ledger.hear(potatoes.paid(), potatoes.unheardOf());

        assertThat(ledger.revenueOn("2026-03-10", "CARGO_DOMESTIC")).isEqualTo(ONE_BOOKING);
    }

    @Test
    void the_driver_with_more_deliveries_leads() {
        deliver(uwase);
        deliver(mugisha);
        deliver(mugisha);

        assertThat(ledger.leaders(US))
                .extracting(Standing::driver, Standing::deliveries)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(mugisha, 2), org.assertj.core.groups.Tuple.tuple(uwase, 1));
    }

    @Test
    void one_tenant_does_not_count_for_another() {
        ledger.hear(BookingLife.begin().of("safeboda").paid());

        assertThat(ledger.revenue()).as("an hour, a day, a month and ever").hasSize(4);
        assertThat(ledger.revenueOn("2026-03-10", "CARGO_DOMESTIC")).isEqualTo(Sums.ZERO);
    }

    private static Standing oneDeliveryBy(UUID driver) {
        return new Standing(driver, 1, 500, 11_800, 0, 0, 0, 0);
    }

    private void deliver(UUID driver) {
        BookingLife booking = BookingLife.begin();
        ledger.hear(booking.paid(), booking.assignedTo(driver), booking.delivered());
    }
}
