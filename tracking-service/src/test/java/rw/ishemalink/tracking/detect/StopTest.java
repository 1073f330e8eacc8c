package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.tracking.detect.Drive.north;
import static rw.ishemalink.tracking.detect.Plans.HUYE;

import org.junit.jupiter.api.Test;

class StopTest {

    private final Drive drive = new Drive(Plans.bare()).at(0, HUYE, 40).at(1, north(HUYE, 1_000));

    @Test
    void standing_for_three_minutes_is_a_stop_that_ends_when_it_goes_on() {
        drive.at(2, north(HUYE, 1_010))
                .at(4, north(HUYE, 990))
                .at(9, north(HUYE, 1_000))
                .at(10, north(HUYE, 1_700));
        assertThat(drive.story("STOP")).containsExactly("STOP_STARTED", "STOP_ENDED");
        assertThat(drive.only(Finding.StopStarted.class).seen().at()).isEqualTo(Drive.minute(4));
        assertThat(drive.only(Finding.StopEnded.class).since()).isEqualTo(Drive.minute(1));
    }

    @Test
    void two_minutes_at_a_crossing_are_no_stop() {
        drive.at(3, north(HUYE, 1_000)).at(3.5, north(HUYE, 1_200));
        assertThat(drive.story("STOP")).isEmpty();
    }

    @Test
    void crawling_in_a_queue_is_no_stop() {
        for (int minute = 2; minute < 40; minute++) {
            drive.at(minute, north(HUYE, 1_000 + minute * 40));
        }
        assertThat(drive.story("STOP")).isEmpty();
    }

    @Test
    void a_phone_that_wanders_within_its_accuracy_stands() {
        drive.at(2, north(HUYE, 1_000))
                .look(Drive.position(4, north(HUYE, 1_080), null, 60.0))
                .look(Drive.position(6, north(HUYE, 1_900), null, 900.0));
        assertThat(drive.story("STOP")).containsExactly("STOP_STARTED");
    }

    @Test
    void waiting_before_the_start_is_no_stop() {
        Drive waits = new Drive(Plans.bare()).at(0, HUYE).at(10, HUYE).at(20, HUYE);
        assertThat(waits.story()).isEmpty();
    }
}
