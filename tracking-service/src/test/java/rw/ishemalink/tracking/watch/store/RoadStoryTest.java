package rw.ishemalink.tracking.watch.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static rw.ishemalink.schemas.tracking.SealState.CLOSED;
import static rw.ishemalink.schemas.tracking.SealState.OPEN;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.schemas.tracking.RefusalReason;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.watch.Trips;

/** Stories of the whole topology, from bookings and positions to events. */
class RoadStoryTest {

    private static final Instant TEN = Instant.parse("2026-05-01T10:00:00Z");
    private static final GeoPoint HUYE = new GeoPoint(-2.5246, 29.7088);
    private static final GeoPoint OUT_OF_HUYE = new GeoPoint(-2.50, 29.71);
    private static final GeoPoint GATUNA = new GeoPoint(-1.4235, 30.0115);
    private static final GeoPoint KABALE = new GeoPoint(-1.2486, 29.9899);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path stateDir;

    @SuppressWarnings("NullAway.Init")
    private Road road;

    private final BookingLife coffee = new BookingLife();
    private Instant now = TEN;

    @BeforeEach
    void open() {
        road = new Road(stateDir, TEN);
    }

    @AfterEach
    void close() {
        road.close();
    }

    @Test
    void an_export_starts_reaches_the_border_where_its_arrival_is_proposed_leaves_and_ends() {
        road.hear(coffee.assigned(now), now);
        road.hear(coffee.pickedUp(later(60)), now);
        drive(HUYE, 60);
        drive(OUT_OF_HUYE, 300);
        drive(GATUNA, 3 * 3_600);
        drive(GATUNA, 60);
        drive(KABALE, 3_600);
        road.hear(coffee.delivered(later(60)), now);

        List<TrackingEvent> events = road.events();
        assertThat(events)
                .filteredOn(event -> isMilestone(event))
                .extracting(TrackingEvent::getChange, TrackingEvent::getGeofence)
                .containsExactly(
                        tuple(TrackingChange.TRIP_STARTED, null),
                        tuple(TrackingChange.GEOFENCE_ENTERED, "border:Gatuna"),
                        tuple(TrackingChange.BORDER_ARRIVAL_PROPOSED, "border:Gatuna"),
                        tuple(TrackingChange.GEOFENCE_LEFT, "border:Gatuna"),
                        tuple(TrackingChange.TRIP_ENDED, null));
        assertThat(events)
                .extracting(event -> event.getMetadata().getSequence())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events)
                .extracting(event -> event.getMetadata().getEventId())
                .doesNotHaveDuplicates()
                .doesNotContain(new UUID(0, 0));
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getMetadata().getCorrelationId()).isEqualTo("story");
            assertThat(event.getMetadata().getOccurredAt()).isEqualTo(event.getRecordedAt());
            assertThat(event.getDriverId()).isEqualTo(coffee.driver());
        });
    }

    @Test
    void positions_of_a_vehicle_without_a_trip_show_nothing_but_where_it_is() {
        drive(HUYE, 60);
        drive(OUT_OF_HUYE, 300);
        road.pass(Duration.ofSeconds(15));
        assertThat(road.events()).isEmpty();
        assertThat(road.refusals()).isEmpty();
        assertThat(road.last()).hasSize(2);
    }

    @Test
    void a_booking_that_changes_vehicles_gets_late_positions_of_both_and_its_events_are_counted_on() {
        UUID mugisha = coffee.driver();
        UUID truck = coffee.vehicle();
        road.hear(coffee.assigned(now), now);
        road.hear(coffee.pickedUp(later(60)), now);
        seal(mugisha, truck, 60, CLOSED);
        seal(mugisha, truck, 660, OPEN);
        UUID uwase = UUID.randomUUID();
        UUID lorry = UUID.randomUUID();
        road.hear(coffee.assigned(uwase, lorry, TEN.plusSeconds(7_200)), later(7_200));
        road.hear(coffee.pickedUp(TEN.plusSeconds(7_260)), later(60));
        seal(uwase, lorry, 7_300, CLOSED);
        seal(uwase, lorry, 7_400, OPEN);
        seal(mugisha, truck, 3_600, CLOSED);
        seal(mugisha, truck, 7_300, OPEN);
        road.pass(Duration.ofSeconds(3));

        assertThat(seals())
                .extracting(TrackingEvent::getChange, TrackingEvent::getVehicleId, event -> Duration.between(
                                TEN, event.getRecordedAt())
                        .toSeconds())
                .containsExactlyInAnyOrder(
                        tuple(TrackingChange.SEAL_OPENED, truck, 660L),
                        tuple(TrackingChange.SEAL_CLOSED, truck, 3_600L),
                        tuple(TrackingChange.SEAL_OPENED, lorry, 7_400L));
    }

    @Test
    void a_delivery_that_a_phone_recorded_hours_ago_ends_the_trip_then() {
        road.hear(coffee.assigned(now), now);
        road.hear(coffee.pickedUp(later(60)), now);
        seal(coffee.driver(), coffee.vehicle(), 60, CLOSED);
        road.hear(coffee.delivered(TEN.plusSeconds(3_600), TEN.plusSeconds(20_000)), later(20_000));
        seal(coffee.driver(), coffee.vehicle(), 3_000, OPEN);
        seal(coffee.driver(), coffee.vehicle(), 5_000, CLOSED);
        road.pass(Duration.ofSeconds(3));
        assertThat(seals())
                .extracting(TrackingEvent::getChange, TrackingEvent::getLate)
                .containsExactly(tuple(TrackingChange.SEAL_OPENED, true));
    }

    @Test
    void a_jump_is_on_the_topic_of_refusals() {
        drive(HUYE, 60);
        drive(KABALE, 60);
        drive(HUYE, 60);
        road.pass(Duration.ofSeconds(3));
        assertThat(road.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.getReason()).isEqualTo(RefusalReason.IMPLAUSIBLE_JUMP);
            assertThat(refusal.getLatitude()).isEqualTo(KABALE.latitude());
            assertThat(refusal.getSpeedKmh()).isGreaterThan(250);
        });
    }

    @Test
    void more_vehicles_than_are_kept_at_hand_are_all_remembered() {
        List<BookingLife> lives =
                LongStream.range(0, 20).mapToObj(_ -> new BookingLife()).toList();
        lives.forEach(life -> {
            road.hear(life.assigned(now), now);
            road.hear(life.pickedUp(now), now);
            seal(life.driver(), life.vehicle(), 60, CLOSED);
        });
        lives.forEach(life -> seal(life.driver(), life.vehicle(), 120, OPEN));
        road.pass(Duration.ofSeconds(3));
        assertThat(seals()).hasSize(20);
    }

    private List<TrackingEvent> seals() {
        return road.events().stream()
                .filter(event -> event.getSealNumber() != null)
                .toList();
    }

    private static boolean isMilestone(TrackingEvent event) {
        return switch (event.getChange()) {
            case TRIP_STARTED, TRIP_ENDED, BORDER_ARRIVAL_PROPOSED -> true;
            case GEOFENCE_ENTERED, GEOFENCE_LEFT -> "border:Gatuna".equals(event.getGeofence());
            default -> false;
        };
    }

    private void seal(UUID driver, UUID vehicle, int second, SealState seal) {
        road.hear(Trips.at(TEN.plusSeconds(second), driver, vehicle, seal), now);
    }

    private void drive(GeoPoint point, int seconds) {
        Instant at = later(seconds);
        road.hear(Trips.at(at, coffee.driver(), coffee.vehicle(), CLOSED, point), at);
    }

    private Instant later(int seconds) {
        now = now.plusSeconds(seconds);
        return now;
    }
}
