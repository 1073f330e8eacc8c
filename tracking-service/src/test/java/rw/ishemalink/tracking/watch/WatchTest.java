package rw.ishemalink.tracking.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.schemas.tracking.SealState.CLOSED;
import static rw.ishemalink.schemas.tracking.SealState.OPEN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.tracking.detect.Finding;
import rw.ishemalink.tracking.detect.TripPlan;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.watch.TripNews.Reason;

/** Which trip a position belongs to and in which order it is looked at: told by an electronic seal that opens and closes. */
class WatchTest {

    private static final Instant TEN = Instant.parse("2026-05-01T10:00:00Z");

    private final Watch watch = new Watch(Trips.detection(), Trips.RULES);
    private final Trips booking = new Trips();
    private final UUID mugisha = UUID.randomUUID();
    private final UUID uwase = UUID.randomUUID();
    private final UUID truck = UUID.randomUUID();
    private final List<Told> told = new ArrayList<>();
    private VehicleWatch known = VehicleWatch.NEW;
    private Instant wall = TEN;

    @Test
    void positions_that_overtake_each_other_are_looked_at_in_the_order_in_which_they_were_taken() {
        begin(booking, mugisha);
        hear(0, CLOSED);
        hear(8, CLOSED);
        hear(4, OPEN);
        hear(30, CLOSED);
        assertThat(story()).containsExactly("SealOpened 4", "SealClosed 8");
    }

    @Test
    void a_position_that_nothing_follows_waits_two_seconds_and_no_longer() {
        begin(booking, mugisha);
        hear(0, CLOSED);
        hear(1, OPEN);
        assertThat(story()).isEmpty();
        assertThat(watch.dueAt(known, wall)).isEqualTo(TEN.plusSeconds(2));
        pass(Duration.ofSeconds(2));
        assertThat(story()).containsExactly("SealOpened 1");
    }

    @Test
    void a_position_that_comes_twice_counts_once() {
        begin(booking, mugisha);
        for (int i = 0; i < 3; i++) {
            hear(0, CLOSED);
            hear(20, OPEN);
            hear(40, CLOSED);
        }
        pass(Duration.ofSeconds(2));
        for (int i = 0; i < 3; i++) {
            hear(20, OPEN);
            hear(0, CLOSED);
        }
        assertThat(story()).containsExactly("SealOpened 20", "SealClosed 40");
    }

    @Test
    void what_a_phone_sends_six_hours_late_shows_what_happened_then() {
        begin(booking, mugisha);
        hear(0, CLOSED);
        hear(hours(6), CLOSED);
        pass(Duration.ofSeconds(2));
        for (int minute = 10; minute < 360; minute += 10) {
            hear(minute * 60, minute == 60 ? OPEN : CLOSED);
        }
        assertThat(story()).containsExactly("SealOpened 3600 late", "SealClosed 4200 late");
    }

    @Test
    void what_comes_late_and_out_of_order_is_put_into_its_place() {
        begin(booking, mugisha);
        hear(0, CLOSED);
        hear(hours(6), CLOSED);
        pass(Duration.ofSeconds(2));
        hear(hours(4), OPEN);
        hear(hours(2), CLOSED);
        hear(hours(4), OPEN);
        assertThat(story()).containsExactly("SealOpened 14400 late");
    }

    @Test
    void a_late_position_belongs_to_the_trip_that_was_under_way_though_it_is_over_and_another_has_begun() {
        begin(booking, mugisha);
        hear(0, CLOSED);
        learn(booking, mugisha, Reason.ENDED, hours(2));
        Trips next = new Trips();
        learn(next, mugisha, Reason.GOES_ON, -1, hours(3));
        hear(hours(3) + 60, CLOSED);
        hear(hours(3) + 90, CLOSED);
        pass(Duration.ofSeconds(2));

        hear(hours(1), OPEN);

        assertThat(story()).containsExactly("SealOpened 3600 late");
        assertThat(told.getLast()).isInstanceOfSatisfying(Told.Shown.class, shown -> assertThat(
                        shown.plan().bookingId())
                .isEqualTo(booking.bookingId()));
    }

    @Test
    void what_the_driver_before_sends_late_is_not_the_new_drivers() {
        begin(booking, mugisha);
        hear(0, CLOSED);
        learn(booking, mugisha, Reason.TAKEN_OFF, hours(2));
        Trips second = new Trips();
        learn(second, uwase, Reason.GOES_ON, -1, hours(2));
        take(at(hours(2) + 60, uwase, CLOSED));
        pass(Duration.ofSeconds(2));

        take(at(hours(3), mugisha, OPEN));
        pass(Duration.ofSeconds(2));
        assertThat(story()).isEmpty();

        take(at(hours(1), mugisha, OPEN));
        assertThat(story()).containsExactly("SealOpened 3600 late");
    }

    @Test
    void a_vehicle_that_carries_two_bookings_shows_both() {
        begin(booking, mugisha);
        begin(new Trips(), mugisha);
        hear(0, CLOSED);
        hear(20, OPEN);
        pass(Duration.ofSeconds(2));
        assertThat(story()).containsExactly("SealOpened 20", "SealOpened 20");
    }

    @Test
    void the_end_comes_after_what_was_still_waiting() {
        begin(booking, mugisha);
        moving(0, -1.95);
        moving(60, -1.96);
        moving(62, -1.9601);
        learn(booking, mugisha, Reason.ENDED, 65);
        assertThat(story()).contains("TripStarted 60").last().isEqualTo("TripEnded 62");
        assertThat(told).filteredOn(one -> one instanceof Told.Last).isNotEmpty();
    }

    @Test
    void a_trip_that_becomes_known_after_its_first_position_has_it() {
        hear(60, CLOSED);
        pass(Duration.ofSeconds(2));
        begin(booking, mugisha);
        hear(80, OPEN);
        pass(Duration.ofSeconds(2));
        assertThat(story()).containsExactly("SealOpened 80");
    }

    @Test
    void a_jump_is_refused_and_told_with_the_speed_that_it_would_need() {
        begin(booking, mugisha);
        moving(0, -1.95);
        moving(20, -5.0);
        moving(40, -1.951);
        pass(Duration.ofSeconds(2));
        assertThat(told)
                .filteredOn(one -> one instanceof Told.Refused)
                .singleElement()
                .isInstanceOfSatisfying(Told.Refused.class, refused -> {
                    assertThat(refused.neededKmh()).isGreaterThan(250);
                    assertThat(refused.position().recordedAt()).isEqualTo(TEN.plusSeconds(20));
                });
    }

    @Test
    void where_a_vehicle_is_is_told_every_ten_seconds_and_when_it_falls_silent() {
        for (int second = 0; second <= 35; second++) {
            wall = TEN.plusSeconds(second);
            take(at(second, mugisha, CLOSED));
        }
        pass(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(20));
        assertThat(told)
                .extracting(one -> ((Told.Last) one).position().recordedAt())
                .satisfies(times -> assertThat(times.size()).isBetween(3, 5))
                .endsWith(TEN.plusSeconds(35));
    }

    @Test
    void of_a_trip_that_falls_silent_that_is_told_and_when_it_is_heard_again() {
        begin(booking, mugisha);
        moving(0, -1.95);
        moving(60, -1.96);
        pass(Duration.ofSeconds(2));
        pass(Duration.ofMinutes(17));
        assertThat(story()).contains("CommsLost 60");
        moving(60 * 18, -1.97);
        pass(Duration.ofSeconds(2));
        assertThat(story()).contains("CommsRestored 1080");
    }

    @Test
    void a_vehicle_of_which_nothing_is_heard_for_long_is_forgotten() {
        begin(booking, mugisha);
        hear(0, CLOSED);
        learn(booking, mugisha, Reason.ENDED, 60);
        pass(Duration.ofHours(71));
        assertThat(known.trips()).hasSize(1);
        pass(Duration.ofHours(3));
        assertThat(known.trips()).isEmpty();
        assertThat(watch.isOver(known, wall)).isTrue();
    }

    /** Whatever the network does to a batch of positions within the grace, the same is told. */
    @Property(tries = 200)
    void what_is_told_does_not_hang_on_the_order_of_arrival_or_on_repeats(@ForAll Random random) {
        List<Position> inOrder = new ArrayList<>();
        for (int second = 0; second < 120; second++) {
            inOrder.add(at(second, mugisha, second % 7 == 3 ? OPEN : CLOSED));
        }
        begin(booking, mugisha);
        take(at(-60, mugisha, CLOSED));
        inOrder.forEach(this::take);
        pass(Duration.ofSeconds(2));
        List<String> expected = story();

        told.clear();
        known = VehicleWatch.NEW;
        begin(booking, mugisha);
        take(at(-60, mugisha, CLOSED));
        for (int from = 0; from < inOrder.size(); from += 5) {
            List<Position> mixed = new ArrayList<>(inOrder.subList(from, Math.min(from + 5, inOrder.size())));
            mixed.addAll(mixed.subList(0, random.nextInt(mixed.size() + 1)));
            Collections.shuffle(mixed, random);
            mixed.forEach(this::take);
        }
        pass(Duration.ofSeconds(2));
        assertThat(story()).isEqualTo(expected).isNotEmpty();
    }

    private void begin(Trips trips, UUID driver) {
        learn(trips, driver, Reason.GOES_ON, -1, -120);
    }

    private void learn(Trips trips, UUID driver, Reason reason, int endedSecond) {
        learn(trips, driver, reason, endedSecond, -120);
    }

    private void learn(Trips trips, UUID driver, Reason reason, int endedSecond, int assignedSecond) {
        Instant assignedAt = TEN.plusSeconds(assignedSecond);
        TripPlan plan = trips.plan(
                driver, truck, assignedAt, assignedAt, reason == Reason.GOES_ON ? null : TEN.plusSeconds(endedSecond));
        keep(watch.learn(known, new TripNews(plan, reason, "story"), wall));
    }

    private void hear(int second, SealState seal) {
        take(at(second, mugisha, seal));
    }

    private void moving(int second, double latitude) {
        take(Trips.at(TEN.plusSeconds(second), mugisha, truck, CLOSED, new GeoPoint(latitude, 30.06)));
    }

    private Position at(int second, UUID driver, SealState seal) {
        return Trips.at(TEN.plusSeconds(second), driver, truck, seal);
    }

    private void take(Position position) {
        keep(watch.hear(known, position, wall));
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        keep(watch.pass(known, wall, wall));
    }

    private void keep(Watch.Turned turned) {
        known = turned.watch();
        told.addAll(turned.told());
    }

    /** What was shown of trips, but where it is, with the second after ten. */
    private List<String> story() {
        return told.stream()
                .filter(one -> one instanceof Told.Shown)
                .map(one -> (Told.Shown) one)
                .filter(shown -> isOfInterest(shown.finding()))
                .map(shown -> shown.finding().getClass().getSimpleName() + " "
                        + Duration.between(TEN, shown.finding().seen().at()).toSeconds()
                        + (shown.late() ? " late" : ""))
                .toList();
    }

    private static boolean isOfInterest(Finding finding) {
        return switch (finding) {
            case Finding.SealOpened _,
                    Finding.SealClosed _,
                    Finding.TripStarted _,
                    Finding.TripEnded _,
                    Finding.CommsLost _,
                    Finding.CommsRestored _ -> true;
            default -> false;
        };
    }

    private static int hours(int hours) {
        return hours * 3_600;
    }
}
