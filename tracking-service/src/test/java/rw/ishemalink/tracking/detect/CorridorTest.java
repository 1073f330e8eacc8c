package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rw.ishemalink.tracking.detect.Plans.GATUNA;
import static rw.ishemalink.tracking.detect.Plans.HUYE_TOWN;
import static rw.ishemalink.tracking.detect.Plans.KABALE;
import static rw.ishemalink.tracking.detect.Plans.KIGALI;

import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.geofence.GeoPoint;

class CorridorTest {

    private static final GeoPoint MUHANGA = new GeoPoint(-2.084, 29.756);
    private static final GeoPoint RWAMAGANA = new GeoPoint(-1.949, 30.435);
    private static final GeoPoint KAYONZA = new GeoPoint(-1.900, 30.508);
    private static final GeoPoint GICUMBI = new GeoPoint(-1.576, 30.067);

    private final Drive drive =
            new Drive(Plans.export()).at(0, HUYE_TOWN).at(60, MUHANGA).at(120, KIGALI);

    @Test
    void on_the_road_to_its_border_post_and_past_it_a_load_is_where_it_should_be() {
        drive.at(170, GICUMBI).at(200, GATUNA).at(220, KABALE).at(240, new GeoPoint(0.31, 32.58));
        assertThat(drive.story("CORRIDOR")).isEmpty();
    }

    @Test
    void leaving_the_corridor_takes_two_fixes_and_rejoining_tells_how_far_it_was() {
        drive.at(150, RWAMAGANA);
        assertThat(drive.story("CORRIDOR")).isEmpty();
        drive.at(160, KAYONZA).at(170, RWAMAGANA).at(200, KIGALI);
        assertThat(drive.story("CORRIDOR")).containsExactly("CORRIDOR_LEFT", "CORRIDOR_REJOINED");
        Finding.CorridorRejoined rejoined = drive.only(Finding.CorridorRejoined.class);
        assertThat(rejoined.since()).isEqualTo(Drive.minute(150));
        assertThat(rejoined.offCorridorMetres()).isCloseTo(49_000, within(2_000.0));
    }

    @Test
    void a_single_fix_off_the_corridor_tells_nothing() {
        drive.at(150, RWAMAGANA).at(151, KIGALI).at(160, RWAMAGANA).at(161, KIGALI);
        assertThat(drive.story("CORRIDOR")).isEmpty();
    }

    @Test
    void a_vague_fix_is_not_off_the_corridor() {
        drive.look(Drive.position(150, new GeoPoint(-1.945, 30.12), null, 9_000.0))
                .look(Drive.position(151, new GeoPoint(-1.945, 30.12), null, 9_000.0));
        assertThat(drive.story("CORRIDOR")).isEmpty();
    }

    @Test
    void passing_the_border_between_two_fixes_is_no_leaving() {
        drive.at(170, GICUMBI).at(230, new GeoPoint(-1.30, 30.00)).at(240, KABALE);
        assertThat(drive.story("CORRIDOR")).isEmpty();
    }

    @Test
    void what_is_not_under_customs_control_goes_where_it_likes() {
        Drive domestic =
                new Drive(Plans.domestic()).at(0, HUYE_TOWN).at(120, KAYONZA).at(150, RWAMAGANA);
        assertThat(domestic.story("CORRIDOR")).isEmpty();
    }
}
