package rw.ishemalink.booking.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import rw.ishemalink.booking.quote.GeoPoint;

/**
 * What a search costs with 50,000 drivers, in Kigali alone and spread over Rwanda. Prints figures, asserts only that
 * drivers are found. Run it with {@code -Dtest=DriverIndexBenchmark -Dbenchmark}.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class DriverIndexBenchmark {

    private static final int DRIVERS = 50_000;
    private static final int SEARCHES = 20_000;
    private static final long RADIUS_METRES = 10_000;

    private final Random random = new Random(1);

    /** An area to spread over. */
    private record Area(String name, double south, double north, double west, double east) {

        GeoPoint any(Random random) {
            return new GeoPoint(random.nextDouble(south, north), random.nextDouble(west, east));
        }
    }

    @Test
    void search_time() {
        measure(new Area("Kigali (27 km x 29 km)", -2.08, -1.84, 29.98, 30.24));
        measure(new Area("Rwanda (199 km x 227 km)", -2.84, -1.05, 28.86, 30.90));
    }

    private void measure(Area area) {
        long before = usedBytes();
        DriverIndex index = new DriverIndex();
        Somebody[] drivers = new Somebody[DRIVERS];
        for (int i = 0; i < DRIVERS; i++) {
            drivers[i] = Somebody.onMoto();
            index.keep(drivers[i].driver());
            index.keep(drivers[i].at(area.any(random), Instant.EPOCH));
        }
        System.out.printf("%s, %,d drivers: %.1f MB%n", area.name(), DRIVERS, (usedBytes() - before) / 1e6);
        for (int limit : new int[] {5, 300}) {
            search(index, area, limit, "warm-up");
            search(index, area, limit, "nearest " + limit);
        }
        updates(index, area, drivers);
    }

    private void search(DriverIndex index, Area area, int limit, String name) {
        long[] nanos = new long[SEARCHES];
        long found = 0;
        for (int i = 0; i < SEARCHES; i++) {
            GeoPoint from = area.any(random);
            long begin = System.nanoTime();
            found += index.nearest(from, RADIUS_METRES).limit(limit).count();
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        assertThat(found).isPositive();
        System.out.printf(
                "  %s: p50 %.1f us, p95 %.1f us, p99 %.1f us%n",
                name, micros(nanos, 0.5), micros(nanos, 0.95), micros(nanos, 0.99));
    }

    private void updates(DriverIndex index, Area area, Somebody[] drivers) {
        long begin = System.nanoTime();
        for (int i = 0; i < DRIVERS * 4; i++) {
            index.keep(drivers[i % DRIVERS].at(area.any(random), Instant.ofEpochSecond(i)));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("  positions taken: %,.0f/s%n", DRIVERS * 4 / seconds);
        assertThat(index.size()).isEqualTo(DRIVERS);
    }

    private static double micros(long[] sorted, double quantile) {
        return sorted[(int) (sorted.length * quantile)] / 1e3;
    }

    private static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
