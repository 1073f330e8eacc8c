package rw.ishemalink.tracking.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.tracking.geofence.GeoPoint;

/**
 * What a leg costs, guessed and on a map, and what a plan of 50 stops costs. The map is the made one unless {@code -Dextract} names a
 * real extract. Prints figures. Run it with {@code -Dtest=RoadsBenchmark -Dbenchmark}.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class RoadsBenchmark {

    private static final List<GeoPoint> TOWNS = List.of(
            Towns.KIGALI,
            Towns.GICUMBI,
            Towns.GATUNA,
            Towns.MUHANGA,
            Towns.HUYE,
            Towns.MUSANZE,
            Towns.RUBAVU,
            Towns.RWAMAGANA,
            Towns.KAYONZA,
            Towns.RUSUMO,
            Towns.KAGITUMBA);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private final Random random = new Random(1);

    @Test
    void leg_time() {
        RoadGraph roads = open();
        RoadNetwork map = (from, to) ->
                roads.find(from, to, RoadProfile.TRUCK, false).map(Route::leg).orElseGet(() -> guessed(from, to));
        measure("guess", RoadsBenchmark::guessed, 1_000_000);
        measure("map", map, 50_000);
    }

    @Test
    void plan_time() {
        RoadGraph roads = open();
        RoadNetwork map = (from, to) ->
                roads.find(from, to, RoadProfile.TRUCK, false).map(Route::leg).orElseGet(() -> guessed(from, to));
        for (Duration limit : List.of(Duration.ofSeconds(2), Duration.ofMinutes(5))) {
            plan("guess", RoadsBenchmark::guessed, limit);
            plan("map", map, limit);
        }
    }

    private void plan(String name, RoadNetwork network, Duration limit) {
        List<Stop> stops = Stream.generate(() -> new Stop(place(), Duration.ofMinutes(10), Optional.empty(), 100))
                .limit(50)
                .toList();
        MultiDrop drop = new MultiDrop(
                Towns.KIGALI,
                Optional.of(Towns.KIGALI),
                Instant.EPOCH,
                stops,
                List.of(2_000, 2_000, 2_000, 2_000, 2_000));
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            StopPlan plan = StopOptimiser.plan(drop, network, limit);
            System.out.printf(
                    "50 stops, 5 vehicles, %s, limit %s: %.2f s, %d tours, %,d km%n",
                    name,
                    limit,
                    (System.nanoTime() - start) / 1e9,
                    plan.tours().size(),
                    plan.tours().stream().mapToLong(StopPlan.Tour::metres).sum() / 1_000);
            assertThat(plan.unserved()).isEmpty();
        }
    }

    private void measure(String name, RoadNetwork network, int legs) {
        long[] nanos = new long[legs];
        long metres = 0;
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < legs; i++) {
                GeoPoint from = place();
                GeoPoint to = place();
                long start = System.nanoTime();
                metres += network.leg(from, to).metres();
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%s: mean %.1f µs, p50 %.1f µs, p99 %.1f µs, %,.0f legs/s on one core%n",
                name,
                Arrays.stream(nanos).average().orElseThrow() / 1e3,
                nanos[legs / 2] / 1e3,
                nanos[legs * 99 / 100] / 1e3,
                1e9 / Arrays.stream(nanos).average().orElseThrow());
        assertThat(metres).isPositive();
    }

    /** In a town or some hundred metres beside it. */
    private GeoPoint place() {
        GeoPoint town = TOWNS.get(random.nextInt(TOWNS.size()));
        return new GeoPoint(
                town.latitude() + random.nextDouble(-0.004, 0.004),
                town.longitude() + random.nextDouble(-0.004, 0.004));
    }

    private RoadGraph open() {
        long start = System.nanoTime();
        Path extract = Path.of(System.getProperty("extract", RoadGraphTest.MADE_ROADS.toString()));
        RoadGraph roads = new RoadGraphFiles(directory, 0).open(extract);
        System.out.printf(
                "%s: graph made and loaded in %.1f s%n", extract.getFileName(), (System.nanoTime() - start) / 1e9);
        return roads;
    }

    private static RoadLeg guessed(GeoPoint from, GeoPoint to) {
        return RoadFactors.leg(from, to, RoadProfile.TRUCK);
    }
}
