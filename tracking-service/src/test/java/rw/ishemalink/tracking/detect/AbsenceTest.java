package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.tracking.detect.Drive.north;
import static rw.ishemalink.tracking.detect.Plans.HUYE;

import org.junit.jupiter.api.Test;

class AbsenceTest {

    private final Drive drive = new Drive(Plans.domestic());

    @Test
    void a_silence_is_told_once_and_again_only_after_it_was_heard_of() {
        drive.at(0, HUYE, 40)
                .tick(14)
                .tick(15)
                .tick(16)
                .tick(300)
                .at(310, north(HUYE, 900))
                .tick(324)
                .tick(325);
        assertThat(drive.story("COMMS")).containsExactly("COMMS_LOST", "COMMS_RESTORED", "COMMS_LOST");
        assertThat(drive.findings)
                .contains(new Finding.CommsLost(new Sighting(HUYE, Drive.minute(0)), Drive.minute(0)));
        assertThat(drive.only(Finding.CommsRestored.class).since()).isEqualTo(Drive.minute(0));
    }

    @Test
    void a_trip_that_stays_where_it_was_picked_up_has_not_started_and_may_start_later() {
        for (int minute = 0; minute <= 40; minute += 5) {
            drive.at(minute, HUYE).tick(minute);
        }
        assertThat(drive.story("TRIP")).containsExactly("TRIP_NOT_STARTED");
        assertThat(drive.at(50, north(HUYE, 900)).tick(50).story("TRIP"))
                .containsExactly("TRIP_NOT_STARTED", "TRIP_STARTED");
    }

    @Test
    void of_a_trip_that_was_never_heard_of_the_place_is_that_of_its_origin() {
        assertThat(drive.tick(31).story()).containsExactly("TRIP_NOT_STARTED", "COMMS_LOST");
        assertThat(drive.only(Finding.CommsLost.class).seen()).isEqualTo(new Sighting(HUYE, Plans.PICKED_UP));
    }

    @Test
    void nothing_is_missed_before_the_pick_up_after_the_end_or_where_no_place_is_known() {
        assertThat(new Drive(Plans.waiting()).tick(600).story()).isEmpty();
        assertThat(new Drive(Plans.ended(Drive.minute(60))).tick(61).story()).isEmpty();
        assertThat(new Drive(Plans.bare()).tick(600).story()).isEmpty();
    }

    @Test
    void a_fix_from_before_the_pick_up_counts_as_heard_at_the_pick_up() {
        drive.at(-60, HUYE).tick(10);
        assertThat(drive.story("COMMS")).isEmpty();
        assertThat(drive.tick(15).only(Finding.CommsLost.class).since()).isEqualTo(Plans.PICKED_UP);
    }
}
