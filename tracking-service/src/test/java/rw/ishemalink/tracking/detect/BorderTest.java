package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.tracking.detect.Drive.north;
import static rw.ishemalink.tracking.detect.Plans.GATUNA;

import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.geofence.GeoPoint;

class BorderTest {

    private static final GeoPoint CYANIKA = new GeoPoint(-1.342, 29.733);

    private final Drive drive = new Drive(Plans.export()).at(0, north(GATUNA, -10_000), 50);

    @Test
    void the_arrival_is_proposed_once_when_the_truck_queues_at_its_post() {
        drive.at(12, north(GATUNA, -900), 50)
                .at(13, north(GATUNA, -300), 8)
                .at(14, GATUNA, 3)
                .at(15, GATUNA, 4);
        assertThat(drive.only(Finding.BorderArrivalProposed.class))
                .isEqualTo(new Finding.BorderArrivalProposed(
                        new Sighting(north(GATUNA, -300), Drive.minute(13)), "border:Gatuna"));
    }

    @Test
    void a_phone_that_tells_no_speed_proposes_it_when_the_truck_stands() {
        drive.at(13, GATUNA).at(20, GATUNA);
        assertThat(drive.story("BORDER")).containsExactly("BORDER_ARRIVAL_PROPOSED border:Gatuna");
    }

    @Test
    void driving_past_and_queueing_at_another_post_propose_nothing() {
        drive.at(13, GATUNA, 60)
                .at(15, north(GATUNA, 2_000), 60)
                .at(60, CYANIKA, 0)
                .at(80, CYANIKA, 0);
        assertThat(drive.story("BORDER")).isEmpty();
    }

    @Test
    void it_is_not_proposed_again_when_the_truck_comes_back() {
        drive.at(13, GATUNA, 5)
                .at(30, north(GATUNA, -5_000), 40)
                .at(45, GATUNA, 0)
                .at(60, GATUNA, 0);
        assertThat(drive.story("BORDER")).containsExactly("BORDER_ARRIVAL_PROPOSED border:Gatuna");
    }
}
