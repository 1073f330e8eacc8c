package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.tracking.detect.Drive.north;
import static rw.ishemalink.tracking.detect.Plans.GATUNA;
import static rw.ishemalink.tracking.detect.Plans.HUYE;
import static rw.ishemalink.tracking.detect.Plans.KABALE;
import static rw.ishemalink.tracking.detect.Plans.KIGALI;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.position.Position;

class LateFixesTest {

    private final TripPlan plan = Plans.export();

    /** Six hours without a network: what was on the way reaches us after what came next. */
    private final Drive drive = new Drive(plan).at(0, HUYE, 40).at(30, north(HUYE, 15_000), 40);

    private final TripMemory beforeGap = drive.memory;

    @Test
    void what_happened_in_the_gap_is_told_and_what_was_told_for_the_gap_is_not_told_again() {
        drive.at(390, KABALE, 0);
        int told = drive.findings.size();
        TripMemory settled = drive.memory;

        List<String> late = late(
                Drive.position(150, KIGALI, 70.0, null),
                Drive.position(150.2, north(KIGALI, 100), 72.0, null),
                Drive.position(150.4, north(KIGALI, 200), 71.0, null),
                Drive.position(151, north(KIGALI, 300), 0.0, null),
                Drive.position(158, north(KIGALI, 310), 0.0, null),
                Drive.position(300, GATUNA, 5.0, null),
                Drive.position(350, north(GATUNA, 3_000), 40.0, null));

        assertThat(late)
                .containsExactly(
                        "GEOFENCE_LEFT pickup",
                        "OVERSPEED_STARTED",
                        "OVERSPEED_ENDED",
                        "STOP_STARTED",
                        "GEOFENCE_ENTERED border:Gatuna",
                        "STOP_ENDED",
                        "GEOFENCE_LEFT border:Gatuna");
        assertThat(drive.findings).hasSize(told);
        assertThat(drive.memory).isEqualTo(settled);
    }

    @Test
    void a_late_fix_that_comes_twice_shows_nothing_more() {
        Position fix = Drive.position(150, KIGALI, 50.0, null);
        TripMemory once = drive.detection.detectLate(plan, beforeGap, fix).memory();
        assertThat(drive.detection.detectLate(plan, once, fix)).isEqualTo(Step.of(once));
    }

    @Test
    void a_late_fix_moves_no_arrival_and_proposes_none_at_the_border() {
        assertThat(late(Drive.position(300, GATUNA, 0.0, null), Drive.position(320, GATUNA, 0.0, null)))
                .containsExactly(
                        "GEOFENCE_LEFT pickup",
                        "GEOFENCE_ENTERED border:Gatuna",
                        "GEOFENCE_DWELLED border:Gatuna",
                        "STOP_STARTED");
    }

    @Test
    void what_looks_at_a_live_position_looks_at_none_before_it() {
        drive.at(390, KABALE, 0);
        assertThat(drive.detection.detect(plan, drive.memory, Drive.position(150, KIGALI, 70.0, null)))
                .isEqualTo(Step.of(drive.memory));
    }

    private List<String> late(Position... positions) {
        TripMemory memory = beforeGap;
        List<String> told = new ArrayList<>();
        for (Position position : positions) {
            Step step = drive.detection.detectLate(plan, memory, position);
            memory = step.memory();
            step.findings().forEach(finding -> told.add(Drive.tell(plan, finding)));
        }
        return told;
    }
}
