package rw.ishemalink.tracking.geofence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class TransitRoadsTest {

    private static final GeoPoint HUYE = new GeoPoint(-2.597, 29.740);
    private static final GeoPoint KIGALI = new GeoPoint(-1.945, 30.060);
    private static final GeoPoint MUHANGA = new GeoPoint(-2.084, 29.756);
    private static final GeoPoint KAYONZA = new GeoPoint(-1.900, 30.508);

    @Example
    void there_is_a_corridor_from_every_district_to_every_border_post() {
        for (BorderPosts.BorderPost post : BorderPosts.listAll()) {
            for (String code : DISTRICTS) {
                GeoPoint origin = Districts.find(code).orElseThrow().centre();
                assertThat(TransitRoads.findCorridor(origin, post.name()))
                        .hasValueSatisfying(corridor ->
                                assertThat(corridor.places().getLast()).isEqualTo(post.place()));
            }
        }
        assertThat(TransitRoads.findCorridor(HUYE, "Nowhere")).isEmpty();
    }

    @Example
    void coffee_from_huye_to_gatuna_goes_by_muhanga_and_kigali() {
        Corridor corridor = TransitRoads.findCorridor(HUYE, "Gatuna").orElseThrow();
        assertThat(corridor.places()).contains(MUHANGA, KIGALI).doesNotContain(KAYONZA);
        assertThat(metres(corridor)).isBetween(150_000.0, 220_000.0);
    }

    /** By road it is 78 km to Gatuna and 160 to Rusumo: what is straight here winds there, by a tenth to a half. */
    @Example
    void corridors_are_somewhat_shorter_than_the_roads() {
        assertThat(metres(TransitRoads.findCorridor(KIGALI, "Gatuna").orElseThrow()))
                .isBetween(50_000.0, 78_000.0);
        assertThat(metres(TransitRoads.findCorridor(KIGALI, "Rusumo").orElseThrow()))
                .isBetween(105_000.0, 160_000.0);
    }

    @Property
    void a_place_of_the_corridor_is_on_it_and_one_beside_it_as_far_off_as_it_is(
            @ForAll @DoubleRange(min = -0.2, max = 0.2) double degrees) {
        Corridor corridor = new Corridor(List.of(new GeoPoint(-2, 29), new GeoPoint(-2, 30), new GeoPoint(-2, 31)));
        assertThat(corridor.locate(new GeoPoint(-2, 30)).metres()).isZero();
        GeoPoint beside = new GeoPoint(-2 + degrees, 30.5);
        assertThat(corridor.locate(beside).metres())
                .isCloseTo(beside.distanceMetresTo(new GeoPoint(-2, 30.5)), within(1 + 0.01 * 22_000));
        assertThat(corridor.locate(beside).beyond()).isFalse();
        assertThat(corridor.locate(new GeoPoint(-2 + degrees, 31.1)).beyond()).isTrue();
    }

    private static double metres(Corridor corridor) {
        List<GeoPoint> places = corridor.places();
        return IntStream.range(1, places.size())
                .mapToDouble(i -> places.get(i - 1).distanceMetresTo(places.get(i)))
                .sum();
    }

    private static final List<String> DISTRICTS = List.of(
            "11", "12", "13", "21", "22", "23", "24", "25", "26", "27", "28", "31", "32", "33", "34", "35", "36", "37",
            "41", "42", "43", "44", "45", "51", "52", "53", "54", "55", "56", "57");
}
