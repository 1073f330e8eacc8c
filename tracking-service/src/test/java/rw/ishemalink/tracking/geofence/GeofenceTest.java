package rw.ishemalink.tracking.geofence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GeofenceTest {

    private static final GeoPoint KIGALI = new GeoPoint(-1.9536, 30.0606);
    private static final GeoPoint KAMPALA = new GeoPoint(0.3136, 32.5811);

    @Test
    void kigali_and_kampala_are_some_380_kilometres_apart() {
        assertThat(KIGALI.distanceMetresTo(KAMPALA)).isCloseTo(377_000, within(3_000.0));
    }

    @Property
    void distance_is_the_same_both_ways(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude) {
        GeoPoint other = new GeoPoint(latitude, longitude);
        assertThat(KIGALI.distanceMetresTo(other)).isCloseTo(other.distanceMetresTo(KIGALI), within(0.01));
    }

    @Test
    void leaving_takes_a_fifth_more_than_entering() {
        Geofence fence = new Geofence("border:Gatuna", KIGALI, 1_000);
        GeoPoint at1100Metres = new GeoPoint(KIGALI.latitude() + 1_100 / 111_195.0, KIGALI.longitude());
        assertThat(fence.holds(at1100Metres, false)).isFalse();
        assertThat(fence.holds(at1100Metres, true)).isTrue();
    }

    @Test
    void every_border_post_and_district_lies_in_rwanda() {
        assertThat(BorderPosts.listAll()).hasSize(12).allSatisfy(post -> assertInRwanda(post.place()));
        String[] codes =
                "11 12 13 21 22 23 24 25 26 27 28 31 32 33 34 35 36 37 41 42 43 44 45 51 52 53 54 55 56 57".split(" ");
        assertThat(Arrays.asList(codes)).hasSize(30).allSatisfy(code -> {
            Districts.Circle circle = Districts.find(code).orElseThrow();
            assertInRwanda(circle.centre());
            assertThat(circle.radiusMetres()).isBetween(6_000.0, 26_000.0);
        });
        assertThat(Districts.find("99")).isEmpty();
    }

    /** The bounding box of the country. */
    private static void assertInRwanda(GeoPoint point) {
        assertThat(point.latitude()).isBetween(-2.840, -1.047);
        assertThat(point.longitude()).isBetween(28.862, 30.900);
    }
}
