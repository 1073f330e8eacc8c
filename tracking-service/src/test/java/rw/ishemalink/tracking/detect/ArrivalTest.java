package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rw.ishemalink.tracking.detect.Plans.HUYE;
import static rw.ishemalink.tracking.detect.Plans.KIGALI;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.geofence.GeoPoint;

class ArrivalTest {

    private final AtomicInteger asked = new AtomicInteger();
    private final Drive drive = new Drive(Plans.domestic(), (from, to) -> {
        asked.incrementAndGet();
        return Drive.ROADS.leg(from, to);
    });

    @Test
    void the_first_position_after_the_pick_up_estimates_the_arrival() {
        drive.at(0, HUYE);
        Finding.ArrivalEstimated estimated = drive.only(Finding.ArrivalEstimated.class);
        assertThat(estimated.remainingMetres()).isCloseTo(69_000L, within(2_000L));
        assertThat(estimated.arrivalAt())
                .isCloseTo(Plans.PICKED_UP.plus(Duration.ofMinutes(104)), within(5, ChronoUnit.MINUTES));
    }

    @Test
    void as_long_as_it_goes_as_foreseen_nothing_more_is_told_and_the_roads_are_asked_seldom() {
        for (int second = 0; second <= 5_000; second += 10) {
            drive.at(second / 60.0, along(second / 6_300.0));
        }
        assertThat(drive.story("ARRIVAL")).hasSize(1);
        assertThat(asked).hasValueLessThanOrEqualTo(5_000 / 120 + 1);
    }

    @Test
    void a_delay_is_told_when_it_matters() {
        drive.at(0, HUYE).at(60, HUYE).at(61, HUYE).at(66, HUYE);
        assertThat(drive.story("ARRIVAL")).hasSize(2);
    }

    @Test
    void there_nothing_is_left_to_estimate_nor_where_no_destination_is_known() {
        assertThat(drive.at(0, new GeoPoint(-1.99, 30.03)).story("ARRIVAL")).isEmpty();
        assertThat(new Drive(Plans.export()).at(0, KIGALI).story("ARRIVAL")).isEmpty();
    }

    private static GeoPoint along(double share) {
        return new GeoPoint(
                HUYE.latitude() + share * (-1.9918 - HUYE.latitude()),
                HUYE.longitude() + share * (30.0289 - HUYE.longitude()));
    }
}
