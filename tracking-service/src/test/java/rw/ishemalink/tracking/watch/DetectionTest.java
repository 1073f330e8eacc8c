package rw.ishemalink.tracking.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.geofence.Geofence;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.TripKind;

class DetectionTest {

    private static final Instant START = Instant.parse("2026-05-01T10:00:00Z");
    private static final GeoPoint HUYE = new GeoPoint(-2.5246, 29.7088);
    private static final GeoPoint GATUNA = new GeoPoint(-1.4235, 30.0115);
    private static final GeoPoint KABALE = new GeoPoint(-1.2486, 29.9899);
    private static final TripGeofences.Radii RADII = new TripGeofences.Radii(1_000, 300);
    private static final List<Geofence> EXPORT_TO_KABALE =
            TripGeofences.of(TripKind.CARGO_INTERNATIONAL, Optional.of(KABALE), null, RADII);

    @Test
    void an_export_starts_comes_to_the_border_goes_on_and_arrives() {
        assertThat(journey(HUYE, HUYE, GATUNA, GATUNA, KABALE))
                .containsExactly("started", "entered border:Gatuna", "left border:Gatuna", "entered destination");
    }

    @Test
    void a_domestic_trip_has_no_border_posts_and_its_district_as_destination() {
        List<Geofence> fences = TripGeofences.of(TripKind.CARGO_DOMESTIC, Optional.empty(), "24", RADII);
        assertThat(fences).singleElement().satisfies(fence -> {
            assertThat(fence.name()).isEqualTo("destination");
            assertThat(fence.radiusMetres()).isGreaterThan(10_000);
        });
    }

    @Test
    void a_destination_abroad_that_is_known_by_name_only_has_no_geofence() {
        assertThat(TripGeofences.of(TripKind.CARGO_INTERNATIONAL, Optional.empty(), null, RADII))
                .extracting(Geofence::name)
                .contains("border:Gatuna", "border:Rusumo")
                .doesNotContain("destination");
    }

    @Test
    void a_late_position_shows_nothing_any_more() {
        TripState there = step(TripState.NEW, 100, GATUNA).state();
        assertThat(step(there, 50, HUYE)).isEqualTo(new Detector.Step(there, List.of()));
    }

    @Property
    void what_was_saved_with_the_last_finding_finds_the_same_again_when_all_positions_come_twice(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 2) Integer> route) {
        List<GeoPoint> places = List.of(HUYE, GATUNA, KABALE);
        TripState state = TripState.NEW;
        TripState saved = TripState.NEW;
        for (int second = 0; second < route.size(); second++) {
            Detector.Step step = step(state, second, places.get(route.get(second)));
            state = step.state();
            saved = step.findings().isEmpty() ? saved : state;
        }
        List<Finding> repeated = new ArrayList<>();
        for (int second = 0; second < route.size(); second++) {
            Detector.Step step = step(saved, second, places.get(route.get(second)));
            saved = step.state();
            repeated.addAll(step.findings());
        }
        assertThat(repeated).isEmpty();
        assertThat(saved.inside()).isEqualTo(state.inside());
    }

    private static List<String> journey(GeoPoint... points) {
        TripState state = TripState.NEW;
        List<String> story = new ArrayList<>();
        for (int second = 0; second < points.length; second++) {
            Detector.Step step = step(state, second, points[second]);
            state = step.state();
            step.findings().forEach(finding -> story.add(tell(finding)));
        }
        return story;
    }

    private static String tell(Finding finding) {
        return switch (finding) {
            case Finding.TripStarted _ -> "started";
            case Finding.GeofenceEntered entered -> "entered " + entered.geofence();
            case Finding.GeofenceLeft left -> "left " + left.geofence();
        };
    }

    private static Detector.Step step(TripState state, int second, GeoPoint point) {
        Instant at = START.plusSeconds(second);
        return Detection.detect(
                state,
                EXPORT_TO_KABALE,
                new Position(
                        "ishemalink",
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        point,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        at,
                        at));
    }
}
