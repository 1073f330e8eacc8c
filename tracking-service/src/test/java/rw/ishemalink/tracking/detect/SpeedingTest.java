package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.tracking.detect.Drive.north;
import static rw.ishemalink.tracking.detect.Plans.HUYE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.tracking.trip.TripKind;

class SpeedingTest {

    private static final double SECOND = 1 / 60.0;

    private final Drive drive = new Drive(Plans.bare());

    @Test
    void three_fixes_too_fast_are_told_with_the_highest_speed_and_end_when_it_slows_down() {
        drive.at(0, HUYE, 70)
                .at(SECOND, HUYE, 75)
                .at(2 * SECOND, HUYE, 72)
                .at(3 * SECOND, HUYE, 90)
                .at(1, HUYE, 55);
        assertThat(drive.story("OVERSPEED")).containsExactly("OVERSPEED_STARTED", "OVERSPEED_ENDED");
        assertThat(drive.only(Finding.OverspeedStarted.class))
                .isEqualTo(new Finding.OverspeedStarted(new Sighting(HUYE, Drive.minute(2 * SECOND)), 75, 60));
        assertThat(drive.only(Finding.OverspeedEnded.class))
                .isEqualTo(new Finding.OverspeedEnded(new Sighting(HUYE, Drive.minute(1)), Drive.minute(0), 90, 60));
    }

    @Test
    void two_fixes_too_fast_tell_it_when_they_are_twenty_seconds_apart() {
        assertThat(drive.at(0, HUYE, 70).at(0.5, HUYE, 75).story("OVERSPEED")).containsExactly("OVERSPEED_STARTED");
    }

    @Test
    void neither_what_is_within_the_tolerance_nor_a_single_fix_nor_two_far_apart_tells_anything() {
        drive.at(0, HUYE, 64)
                .at(1, HUYE, 65)
                .at(2, HUYE, 64)
                .at(3, HUYE, 80)
                .at(3.1, HUYE, 60)
                .at(4, HUYE, 80);
        drive.at(60, HUYE, 80);
        assertThat(drive.story("OVERSPEED")).isEmpty();
    }

    @Test
    void a_speed_that_is_only_reckoned_or_from_a_vague_fix_accuses_nobody() {
        for (int minute = 0; minute < 6; minute++) {
            drive.at(minute, north(HUYE, minute * 2_000))
                    .look(Drive.position(minute + 0.5, north(HUYE, minute * 2_000), 150.0, 400.0));
        }
        assertThat(drive.story("OVERSPEED")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CARGO_DOMESTIC, TRUCK, 60",
        "CARGO_INTERNATIONAL, TRUCK, 60",
        "TICKET, BUS, 60",
        "RIDE, CAR, 70",
        "CARGO_DOMESTIC, CAR, 80",
        "RIDE, MOTORCYCLE, 80",
        "RIDE, , 80",
        "CARGO_DOMESTIC, , 60",
        "TICKET, , 60"
    })
    void the_limit_is_the_laws_for_the_vehicle(TripKind kind, VehicleClass vehicle, double kmh) {
        assertThat(SpeedLimits.of(kind, vehicle)).isEqualTo(kmh);
    }
}
