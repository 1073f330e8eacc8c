package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.tracking.detect.Drive.north;
import static rw.ishemalink.tracking.detect.Plans.HUYE;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class StartTest {

    private final Drive drive = new Drive(Plans.bare());

    @Test
    void a_trip_starts_when_it_moves_away_and_only_once() {
        drive.at(0, HUYE).at(1, north(HUYE, 60)).at(2, north(HUYE, 160)).at(3, north(HUYE, 400));
        assertThat(drive.story()).containsExactly("TRIP_STARTED");
        assertThat(drive.only(Finding.TripStarted.class).seen())
                .isEqualTo(new Sighting(north(HUYE, 160), Drive.minute(2)));
    }

    @Test
    void a_trip_starts_at_once_when_the_phone_says_that_it_moves() {
        assertThat(drive.at(0, HUYE, 30).story()).containsExactly("TRIP_STARTED");
    }

    @Test
    void a_vague_fix_far_away_starts_nothing() {
        drive.at(0, HUYE).look(Drive.position(1, north(HUYE, 400), null, 500.0));
        assertThat(drive.story()).isEmpty();
    }

    @Test
    void before_the_pick_up_nothing_starts() {
        Drive waiting = new Drive(Plans.waiting());
        waiting.at(0, HUYE, 50).at(1, north(HUYE, 900), 50);
        assertThat(waiting.story()).containsExactly("GEOFENCE_ENTERED pickup");
    }

    @Test
    void a_trip_shows_its_end_where_it_was_last_seen_if_it_ever_started() {
        assertThat(drive.detection.end(drive.at(0, HUYE).memory).findings()).isEmpty();
        drive.at(1, north(HUYE, 900));
        assertThat(drive.detection.end(drive.memory).findings())
                .containsExactly(new Finding.TripEnded(new Sighting(north(HUYE, 900), Drive.minute(1))));
    }

    @Test
    void way_and_time_are_counted_from_the_pick_up_without_the_phones_noise_and_without_stops() {
        drive.at(-10, north(HUYE, -5_000)).at(0, HUYE);
        for (int second = 1; second <= 60; second++) {
            drive.at(second / 60.0, north(HUYE, second % 2 * 20));
        }
        drive.at(2, north(HUYE, 1_000)).at(3, north(HUYE, 2_000)).at(63, north(HUYE, 2_500));
        TripMemory.Motion motion = Objects.requireNonNull(drive.memory.motion());
        assertThat(motion.travelledMetres()).isBetween(2_490.0, 2_510.0);
        assertThat(motion.movingMillis()).isBetween(170_000L, 190_000L);
    }
}
