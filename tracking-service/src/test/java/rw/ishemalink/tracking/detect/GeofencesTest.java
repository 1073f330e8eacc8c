package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.tracking.detect.Drive.north;
import static rw.ishemalink.tracking.detect.Plans.GATUNA;
import static rw.ishemalink.tracking.detect.Plans.HUYE;
import static rw.ishemalink.tracking.detect.Plans.KABALE;
import static rw.ishemalink.tracking.detect.Plans.KIGALI;

import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.geofence.GeoPoint;

class GeofencesTest {

    private static final GeoPoint NYARUGENGE = new GeoPoint(-1.99, 30.03);

    @Test
    void an_export_leaves_where_it_was_picked_up_and_comes_through_its_border_post() {
        Drive drive = new Drive(Plans.export())
                .at(-30, HUYE)
                .at(0, HUYE)
                .at(180, GATUNA)
                .at(200, KABALE);
        assertThat(drive.story("GEOFENCE_ENTERED", "GEOFENCE_LEFT"))
                .containsExactly(
                        "GEOFENCE_ENTERED pickup",
                        "GEOFENCE_LEFT pickup",
                        "GEOFENCE_ENTERED border:Gatuna",
                        "GEOFENCE_LEFT border:Gatuna");
        assertThat(drive.findings)
                .contains(new Finding.GeofenceLeft(
                        new Sighting(KABALE, Drive.minute(200)), "border:Gatuna", Drive.minute(180)));
    }

    @Test
    void a_domestic_trip_knows_no_border_and_comes_to_the_district_of_its_destination() {
        Drive drive = new Drive(Plans.domestic()).at(0, HUYE).at(150, GATUNA).at(300, NYARUGENGE);
        assertThat(drive.story("GEOFENCE"))
                .containsExactly("GEOFENCE_ENTERED pickup", "GEOFENCE_LEFT pickup", "GEOFENCE_ENTERED destination");
    }

    @Test
    void a_ride_enters_its_doors_and_their_districts() {
        Drive drive = new Drive(Plans.ride(north(KIGALI, -2_000), north(KIGALI, 3_000)))
                .at(0, north(KIGALI, -2_000))
                .at(9, north(KIGALI, 3_000));
        assertThat(drive.story("GEOFENCE"))
                .containsExactly(
                        "GEOFENCE_ENTERED pickup",
                        "GEOFENCE_ENTERED district:11",
                        "GEOFENCE_LEFT pickup",
                        "GEOFENCE_LEFT district:11",
                        "GEOFENCE_ENTERED destination",
                        "GEOFENCE_ENTERED district:12");
    }

    @Test
    void being_there_long_is_told_once() {
        Drive drive = new Drive(Plans.export()).at(0, GATUNA);
        for (int minute = 1; minute < 40; minute++) {
            drive.at(minute, GATUNA);
        }
        assertThat(drive.only(Finding.GeofenceDwelled.class))
                .isEqualTo(new Finding.GeofenceDwelled(
                        new Sighting(GATUNA, Drive.minute(10)), "border:Gatuna", Drive.minute(0)));
    }

    @Test
    void a_fix_that_wanders_at_the_edge_does_not_go_in_and_out() {
        Drive drive = new Drive(Plans.export());
        for (int minute = 0; minute < 8; minute++) {
            drive.at(minute, north(GATUNA, minute % 2 == 0 ? -980 : -1_100));
        }
        assertThat(drive.story("GEOFENCE")).containsExactly("GEOFENCE_ENTERED border:Gatuna");
    }

    @Test
    void before_the_pick_up_only_the_pick_ups_place_matters() {
        Drive drive = new Drive(Plans.waiting()).at(0, NYARUGENGE).at(90, HUYE);
        assertThat(drive.story()).containsExactly("GEOFENCE_ENTERED pickup");
    }
}
