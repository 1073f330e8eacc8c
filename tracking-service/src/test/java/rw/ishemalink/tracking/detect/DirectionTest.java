package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.tracking.detect.Drive.north;
import static rw.ishemalink.tracking.detect.Plans.GATUNA;
import static rw.ishemalink.tracking.detect.Plans.KIGALI;

import org.junit.jupiter.api.Test;

class DirectionTest {

    private final Drive drive = new Drive(Plans.domestic());

    @Test
    void moving_away_for_long_and_far_is_the_wrong_way_and_told_again_only_after_as_much_more() {
        for (int minute = 0; minute <= 22; minute++) {
            drive.at(minute, north(KIGALI, 20_000 + minute * 600), 36);
        }
        assertThat(drive.story("WRONG")).containsExactly("WRONG_DIRECTION", "WRONG_DIRECTION");
        assertThat(drive.findings.stream()
                        .filter(Finding.WrongDirection.class::isInstance)
                        .map(finding -> finding.seen().at()))
                .containsExactly(Drive.minute(10), Drive.minute(20));
    }

    @Test
    void a_bend_in_the_road_is_not_the_wrong_way() {
        drive.at(0, north(KIGALI, 20_000), 40).at(5, north(KIGALI, 24_000), 40).at(12, north(KIGALI, 19_000), 40);
        drive.at(20, north(KIGALI, 21_500), 40).at(30, north(KIGALI, 21_900), 40);
        assertThat(drive.story("WRONG")).isEmpty();
    }

    @Test
    void at_its_destination_a_trip_may_go_anywhere() {
        drive.at(0, KIGALI, 40).at(20, north(KIGALI, 5_000), 40);
        assertThat(drive.story("WRONG")).isEmpty();
    }

    @Test
    void an_export_goes_to_its_border_post_first_and_then_wherever_nobody_knows() {
        Drive export = new Drive(Plans.export()).at(0, KIGALI, 40);
        export.at(15, north(KIGALI, -8_000), 40).at(120, GATUNA, 40).at(180, north(GATUNA, 30_000), 40);
        assertThat(export.story("WRONG")).containsExactly("WRONG_DIRECTION");
    }
}
