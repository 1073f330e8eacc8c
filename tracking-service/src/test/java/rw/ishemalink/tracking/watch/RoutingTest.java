package rw.ishemalink.tracking.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.watch.BookingNews.Step;
import rw.ishemalink.tracking.watch.TripNews.Reason;

class RoutingTest {

    private static final Instant TEN = Instant.parse("2026-05-01T10:00:00Z");

    private final Trips trips = new Trips();
    private final UUID mugisha = UUID.randomUUID();
    private final UUID uwase = UUID.randomUUID();
    private final UUID truck = UUID.randomUUID();
    private final UUID lorry = UUID.randomUUID();
    private final List<TripNews> told = new ArrayList<>();
    private @Nullable RoutedTrip known;
    private long sequence;

    @Test
    void the_vehicle_hears_of_the_assignment_the_pick_up_and_the_end() {
        take(Step.ASSIGNED, mugisha, truck, TEN);
        take(Step.GOES_ON, mugisha, truck, TEN.plusSeconds(5));
        take(Step.PICKED_UP, mugisha, truck, TEN.plusSeconds(60));
        take(Step.ENDED, mugisha, truck, TEN.plusSeconds(600));

        assertThat(told)
                .extracting(
                        TripNews::reason,
                        news -> news.plan().assignedAt(),
                        news -> news.plan().pickedUpAt(),
                        news -> news.plan().endedAt())
                .containsExactly(
                        tuple(Reason.GOES_ON, TEN, null, null),
                        tuple(Reason.GOES_ON, TEN, TEN.plusSeconds(60), null),
                        tuple(Reason.ENDED, TEN, TEN.plusSeconds(60), TEN.plusSeconds(600)));
    }

    @Test
    void a_booking_that_is_assigned_anew_is_taken_off_the_vehicle_that_had_it() {
        take(Step.ASSIGNED, mugisha, truck, TEN);
        take(Step.ASSIGNED, uwase, lorry, TEN.plusSeconds(60));

        assertThat(told)
                .extracting(TripNews::reason, news -> news.plan().vehicleId(), news -> news.plan()
                        .endedAt())
                .containsExactly(
                        tuple(Reason.GOES_ON, truck, null),
                        tuple(Reason.TAKEN_OFF, truck, TEN.plusSeconds(60)),
                        tuple(Reason.GOES_ON, lorry, null));
    }

    @Test
    void another_driver_of_the_same_vehicle_makes_another_trip() {
        take(Step.ASSIGNED, mugisha, truck, TEN);
        take(Step.ASSIGNED, uwase, truck, TEN.plusSeconds(60));
        assertThat(told)
                .extracting(TripNews::reason, news -> news.plan().driverId())
                .containsExactly(
                        tuple(Reason.GOES_ON, mugisha), tuple(Reason.TAKEN_OFF, mugisha), tuple(Reason.GOES_ON, uwase));
    }

    @Test
    void somebody_asked_for_who_has_not_been_assigned_changes_nothing() {
        take(Step.ASSIGNED, mugisha, truck, TEN);
        take(Step.GOES_ON, uwase, lorry, TEN.plusSeconds(60));
        take(Step.PICKED_UP, mugisha, truck, TEN.plusSeconds(90));
        assertThat(told).extracting(news -> news.plan().vehicleId()).containsExactly(truck, truck);
    }

    @Test
    void events_that_come_again_tell_nothing() {
        take(Step.ASSIGNED, mugisha, truck, TEN);
        take(Step.ENDED, mugisha, truck, TEN.plusSeconds(60));
        sequence = 0;
        take(Step.ASSIGNED, mugisha, truck, TEN);
        take(Step.ENDED, mugisha, truck, TEN.plusSeconds(60));
        take(Step.GOES_ON, mugisha, truck, TEN.plusSeconds(90));
        assertThat(told).hasSize(2);
    }

    @Test
    void what_was_never_assigned_has_no_end() {
        take(Step.ENDED, mugisha, truck, TEN);
        assertThat(told).isEmpty();
        assertThat(known).isNull();
    }

    @Test
    void a_trip_never_ends_before_it_begins() {
        take(Step.ASSIGNED, mugisha, truck, TEN);
        take(Step.ENDED, mugisha, truck, TEN.minusSeconds(60));
        assertThat(told.getLast().plan().endedAt()).isEqualTo(TEN);
    }

    private void take(Step step, UUID driver, UUID vehicle, Instant at) {
        BookingNews news = new BookingNews(trips.plan(driver, vehicle, at, null, null), step, at, ++sequence, "story");
        Routing.Routed routed = Routing.take(known, news);
        known = routed.trip().orElse(null);
        told.addAll(routed.news());
    }
}
