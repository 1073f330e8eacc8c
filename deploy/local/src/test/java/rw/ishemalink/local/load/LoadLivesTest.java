package rw.ishemalink.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.load.LoadLife.LifeStep;
import rw.ishemalink.local.load.LoadLife.LifeStep.What;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.payment.PaymentStatus;
import rw.ishemalink.schemas.wire.EventWriter;

class LoadLivesTest {

    private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
    private static final int BOOKINGS = 1_000;

    private final LoadLives lives = new LoadLives(7, BOOKINGS, NOW);

    @Test
    void the_same_seed_brings_the_same_lives() {
        LoadLives again = new LoadLives(7, BOOKINGS, NOW);

        numbers().forEach(number -> assertThat(again.life(number)).isEqualTo(lives.life(number)));
    }

    @Test
    void another_seed_brings_others() {
        assertThat(new LoadLives(8, BOOKINGS, NOW).life(1)).isNotEqualTo(lives.life(1));
    }

    @Test
    void each_is_told_in_order_and_over_by_now() {
        numbers().forEach(number -> {
            List<LifeStep> steps = lives.life(number).steps();
            assertThat(steps).isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
            assertThat(steps.getLast().at()).isBefore(NOW);
            steps.stream()
                    .collect(Collectors.groupingBy(step -> step.what().source()))
                    .values()
                    .forEach(told -> assertThat(told)
                            .extracting(LifeStep::sequence)
                            .containsExactlyElementsOf(LongStream.rangeClosed(1, told.size())
                                    .boxed()
                                    .toList()));
        });
    }

    @Test
    void nothing_moves_unpaid_unreceipted_or_uncleared() {
        numbers().forEach(number -> {
            List<What> told =
                    lives.life(number).steps().stream().map(LifeStep::what).toList();
            if (told.contains(What.ASSIGNED)) {
                assertThat(told.subList(0, told.indexOf(What.ASSIGNED)))
                        .contains(What.PAYMENT_SUCCEEDED, What.PAID, What.RECEIPT_ISSUED, What.DISPATCH_CLEARED);
            }
        });
    }

    @Test
    void some_are_delivered_some_fail_and_some_get_their_money_back() {
        List<LoadLife> all = numbers().mapToObj(lives::life).toList();

        assertThat(all)
                .extracting(LoadLife::status)
                .contains(
                        BookingStatus.DELIVERED,
                        BookingStatus.IN_TRANSIT,
                        BookingStatus.FAILED,
                        BookingStatus.CANCELLED);
        assertThat(all).extracting(LoadLife::payment).contains(PaymentStatus.REFUNDED, PaymentStatus.EXPIRED);
        assertThat(all).extracting(LoadLife::bookingId).doesNotHaveDuplicates();
    }

    @Test
    void every_step_can_be_written_in_its_contract() {
        numbers().mapToObj(lives::life).forEach(life -> life.steps().forEach(step -> {
            Topics topic = LifeEvents.topic(step);
            assertThat(EventWriter.write(topic, LifeEvents.event(life, step, LoadLife.TENANT)))
                    .isNotEmpty();
        }));
    }

    @Test
    void an_event_knows_nothing_of_what_comes_later() {
        LoadLife delivered = numbers()
                .mapToObj(lives::life)
                .filter(life -> life.status() == BookingStatus.DELIVERED)
                .findFirst()
                .orElseThrow();
        BookingEvent created =
                (BookingEvent) LifeEvents.event(delivered, delivered.steps().getFirst(), LoadLife.TENANT);

        assertThat(created.getBooking().getPaidAt()).isNull();
        assertThat(created.getBooking().getAssignment()).isNull();
        assertThat(created.getBooking().getDeliveredAt()).isNull();
    }

    @Test
    void the_row_has_the_state_at_the_end() {
        LoadLife delivered = numbers()
                .mapToObj(lives::life)
                .filter(life -> life.status() == BookingStatus.DELIVERED && life.commodity() != null)
                .findFirst()
                .orElseThrow();

        assertThat(BookingTable.row(delivered, "ishemalink").split("\t", -1))
                .hasSize(26)
                .contains(
                        delivered.bookingId().toString(),
                        "RW-" + delivered.origin(),
                        String.valueOf(delivered.commodity()),
                        Long.toString(delivered.grossFrancs()),
                        "DELIVERED",
                        String.valueOf(delivered.deliveredAt()),
                        "\\N");
    }

    private static LongStream numbers() {
        return LongStream.range(0, BOOKINGS);
    }
}
