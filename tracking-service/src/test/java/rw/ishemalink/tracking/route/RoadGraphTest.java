package rw.ishemalink.tracking.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.tracking.geofence.GeoPoint;

/** GraphHopper on the made roads of {@code roads/made-roads.osm}. */
class RoadGraphTest {

    static final Path MADE_ROADS = Path.of("src/test/resources/roads/made-roads.osm");

    private static final Offset<Long> A_BIT = Offset.offset(300L);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @Test
    void the_way_follows_the_roads_through_the_towns_between() {
        Route route =
                open().find(Towns.KIGALI, Towns.HUYE, RoadProfile.CAR, true).orElseThrow();
        assertThat(route.source()).isEqualTo(RoadSource.GRAPHHOPPER);
        assertThat(route.leg().metres()).isCloseTo(135_000L, A_BIT);
        assertThat(route.points().getFirst().distanceMetresTo(Towns.KIGALI)).isLessThan(10);
        assertThat(route.points().getLast().distanceMetresTo(Towns.HUYE)).isLessThan(10);
        assertThat(route.points()).anyMatch(point -> point.distanceMetresTo(Towns.MUHANGA) < 10);
    }

    @Test
    void a_truck_keeps_off_the_weak_bridge_and_below_its_limit() {
        RoadGraph roads = open();
        RoadLeg car = leg(roads, Towns.KIGALI, Towns.GICUMBI, RoadProfile.CAR);
        RoadLeg truck = leg(roads, Towns.KIGALI, Towns.GICUMBI, RoadProfile.TRUCK);
        assertThat(car.metres()).isCloseTo(40_000L, A_BIT);
        assertThat(truck.metres()).isCloseTo(55_000L, A_BIT);
        RoadLeg far = leg(roads, Towns.KIGALI, Towns.RUSUMO, RoadProfile.TRUCK);
        assertThat(far.metres() * 3_600.0 / far.time().toMillis()).isBetween(35.0, 55.0);
    }

    @Test
    void the_way_from_the_house_to_the_road_counts() {
        GeoPoint beside = new GeoPoint(Towns.HUYE.latitude(), Towns.HUYE.longitude() + 0.006);
        RoadGraph roads = open();
        assertThat(leg(roads, Towns.MUHANGA, beside, RoadProfile.CAR).metres())
                .isGreaterThan(
                        leg(roads, Towns.MUHANGA, Towns.HUYE, RoadProfile.CAR).metres() + 300);
    }

    @Test
    void beyond_the_map_and_far_from_its_roads_it_knows_nothing() {
        RoadGraph roads = open();
        assertThat(roads.find(Towns.KIGALI, Towns.KAMPALA, RoadProfile.TRUCK, false))
                .isEmpty();
        assertThat(roads.find(Towns.KIGALI, new GeoPoint(-2.16, 29.43), RoadProfile.TRUCK, false))
                .isEmpty();
    }

    @Test
    void points_are_given_only_when_asked_for() {
        Route route =
                open().find(Towns.KIGALI, Towns.HUYE, RoadProfile.CAR, false).orElseThrow();
        assertThat(route.points()).isEmpty();
    }

    @Test
    void a_graph_is_made_once_and_found_again() throws IOException {
        RoadLeg first = leg(open(), Towns.KIGALI, Towns.RUSUMO, RoadProfile.TRUCK);
        List<Path> made = listGraphs();
        assertThat(made).hasSize(1);
        assertThat(leg(open(), Towns.KIGALI, Towns.RUSUMO, RoadProfile.TRUCK)).isEqualTo(first);
        assertThat(listGraphs()).isEqualTo(made);
    }

    @Test
    void a_changed_extract_is_read_anew() throws IOException {
        Path copy = Files.createDirectories(directory.resolve("extract")).resolve("roads.osm");
        Files.copy(MADE_ROADS, copy);
        RoadGraphFiles files = new RoadGraphFiles(directory.resolve("graphs"), 0);
        assertThat(leg(files.open(copy), Towns.KIGALI, Towns.GICUMBI, RoadProfile.TRUCK)
                        .metres())
                .isCloseTo(55_000L, A_BIT);
        Files.writeString(copy, Files.readString(copy).replace("<tag k='maxweight' v='7.5'/>", ""));
        assertThat(leg(files.open(copy), Towns.KIGALI, Towns.GICUMBI, RoadProfile.TRUCK)
                        .metres())
                .isCloseTo(40_000L, A_BIT);
    }

    @Test
    void an_extract_as_they_are_published_is_read_too() throws Exception {
        Path extract = directory.resolve("roads.osm.pbf");
        PbfExtract.write(MADE_ROADS, extract);
        RoadGraph roads = new RoadGraphFiles(directory.resolve("graphs"), 0).open(extract);
        assertThat(leg(roads, Towns.KIGALI, Towns.RUSUMO, RoadProfile.TRUCK))
                .isEqualTo(leg(open(), Towns.KIGALI, Towns.RUSUMO, RoadProfile.TRUCK));
    }

    @Test
    void an_extract_that_cannot_be_read_is_told_and_leaves_nothing_behind() throws IOException {
        Path broken = Files.createDirectories(directory.resolve("extract")).resolve("broken.osm");
        Files.writeString(broken, "no map");
        RoadGraphFiles files = new RoadGraphFiles(directory.resolve("graphs"), 0);
        assertThatThrownBy(() -> files.open(broken)).isInstanceOf(RuntimeException.class);
        assertThat(directory.resolve("graphs")).isEmptyDirectory();
    }

    @Test
    void a_graph_made_by_other_rules_is_not_taken() throws IOException {
        open();
        new RoadGraphFiles(directory, 1).open(MADE_ROADS);
        assertThat(listGraphs()).hasSize(2);
    }

    @Test
    void a_missing_extract_is_told() {
        RoadGraphFiles files = new RoadGraphFiles(directory, 0);
        assertThatThrownBy(() -> files.open(directory.resolve("nowhere.osm"))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void many_ask_at_once_and_all_get_the_same() throws Exception {
        RoadGraph roads = open();
        RoadLeg expected = leg(roads, Towns.RUBAVU, Towns.RUSUMO, RoadProfile.TRUCK);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<RoadLeg> question = () -> leg(roads, Towns.RUBAVU, Towns.RUSUMO, RoadProfile.TRUCK);
            for (Future<RoadLeg> answer :
                    threads.invokeAll(Stream.generate(() -> question).limit(200).toList())) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
        assertThat(expected.time()).isGreaterThan(Duration.ofHours(4));
    }

    private RoadGraph open() {
        return new RoadGraphFiles(directory, 0).open(MADE_ROADS);
    }

    private List<Path> listGraphs() throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.toList();
        }
    }

    private static RoadLeg leg(RoadGraph roads, GeoPoint from, GeoPoint to, RoadProfile profile) {
        return roads.find(from, to, profile, false).orElseThrow().leg();
    }
}
