package rw.ishemalink.tracking.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.tracking.position.Position;

/**
 * What fifty million fixes cost: rate of writing, of merging, bytes a fix and the time of a look-up at 1, 10 and 50
 * million, on real PostgreSQL. Trucks send a fix every ten seconds; each writing brings some minutes of each (an outage
 * that is caught up; live writings are smaller: the figure for pieces shows them). Prints figures, asserts only that what is
 * read is what was driven. Run it with {@code -Dtest=HistoryBenchmark -Dbenchmark}; {@code -Dbenchmark.millions=50}.
 */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class HistoryBenchmark {

    private static final int VEHICLES = 2_000;
    private static final int HOUR = 360;
    private static final int FIXES_A_ROUND = VEHICLES * HOUR;
    private static final int LOOK_UPS = 300;
    private static final long MILLION = 1_000_000;

    @Inject
    TrackStore store;

    @Inject
    TrackUpkeep upkeep;

    @Inject
    Jdbi jdbi;

    private final UUID[] vehicles = new UUID[VEHICLES];
    private final Instant first = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(10, ChronoUnit.DAYS);
    private long written;
    private long writingNanos;

    @Test
    void fifty_million_fixes() {
        Arrays.setAll(vehicles, _ -> UUID.randomUUID());
        long most = Long.getLong("benchmark.millions", 50) * MILLION;
        for (long goal : new long[] {MILLION, 10 * MILLION, 50 * MILLION}) {
            if (goal <= most) {
                writeUntil(goal);
                report();
            }
        }
        writeInPiecesAndMerge();
    }

    /** Hour by hour, all vehicles in one writing of a round. */
    private void writeUntil(long goal) {
        while (written < goal) {
            Instant hour = first.plus(written / FIXES_A_ROUND, ChronoUnit.HOURS);
            for (int from = 0; from < VEHICLES; from += 250) {
                List<Position> fixes = new ArrayList<>(250 * HOUR);
                for (int vehicle = from; vehicle < from + 250; vehicle++) {
                    fixes.addAll(hour(vehicle, hour));
                }
                long begin = System.nanoTime();
                store.write(Segments.cut(fixes));
                writingNanos += System.nanoTime() - begin;
            }
            written += FIXES_A_ROUND;
        }
    }

    private void report() {
        jdbi.useHandle(sql -> sql.execute("analyze track_segment"));
        long hours = written / FIXES_A_ROUND;
        SplittableRandom random = new SplittableRandom(written);
        long[] anHour = new long[LOOK_UPS];
        long[] trip = new long[LOOK_UPS];
        for (int i = 0; i < LOOK_UPS; i++) {
            int vehicle = random.nextInt(VEHICLES);
            Instant from = first.plus(random.nextLong(hours), ChronoUnit.HOURS);
            anHour[i] = look(vehicle, from, 1);
            trip[i] = look(vehicle, first.plus(random.nextLong(Math.max(1, hours - 7)), ChronoUnit.HOURS), 8);
        }
        System.out.printf(
                "%,11d fixes: written at %,.0f/s; %.1f bytes a fix; track of 1 h (360 fixes) p50 %.2f p99 %.2f ms, of 8 h p50"
                        + " %.2f p99 %.2f ms%n",
                written,
                written / (writingNanos / 1e9),
                bytes() / (double) written,
                millis(anHour, 0.5),
                millis(anHour, 0.99),
                millis(trip, 0.5),
                millis(trip, 0.99));
    }

    private long look(int vehicle, Instant from, int hours) {
        long begin = System.nanoTime();
        List<Position> track = store.find(vehicles[vehicle], from, from.plus(hours, ChronoUnit.HOURS), 100_000);
        long took = System.nanoTime() - begin;
        long there = Math.min(hours, Math.max(0, written / FIXES_A_ROUND - from.until(first, ChronoUnit.HOURS) * -1));
        assertThat(track).hasSize((int) there * HOUR);
        return took;
    }

    /** As it is live: each vehicle's one or two fixes of ten seconds are a row until their hour is over. */
    private void writeInPiecesAndMerge() {
        Instant hour = first.minus(5, ChronoUnit.DAYS);
        int pieces = 60;
        List<List<Position>> drives = new ArrayList<>();
        for (int vehicle = 0; vehicle < VEHICLES; vehicle++) {
            drives.add(hour(vehicle, hour).subList(0, pieces * 2));
        }
        long begin = System.nanoTime();
        for (int piece = 0; piece < pieces; piece++) {
            List<Position> fixes = new ArrayList<>(VEHICLES * 2);
            for (List<Position> drive : drives) {
                fixes.addAll(drive.subList(piece * 2, piece * 2 + 2));
            }
            store.write(Segments.cut(fixes));
        }
        double writing = (System.nanoTime() - begin) / 1e9;
        long before = look(drives, hour);
        begin = System.nanoTime();
        upkeep.mergeUntil(hour.plus(1, ChronoUnit.HOURS));
        double merging = (System.nanoTime() - begin) / 1e9;
        int fixes = VEHICLES * pieces * 2;
        System.out.printf(
                "pieces of two fixes: %,d written at %,.0f rows/s, %,.0f fixes/s; merged at %,.0f fixes/s; 20 min of a vehicle in"
                        + " %.2f ms before, %.2f after%n",
                fixes, fixes / (2 * writing), fixes / writing, fixes / merging, before / 1e6, look(drives, hour) / 1e6);
    }

    /** The median of some. */
    private long look(List<List<Position>> drives, Instant hour) {
        long[] took = new long[LOOK_UPS];
        for (int i = 0; i < LOOK_UPS; i++) {
            long begin = System.nanoTime();
            List<Position> track = store.find(vehicles[i], hour, hour.plus(1, ChronoUnit.HOURS), 100_000);
            took[i] = System.nanoTime() - begin;
            assertThat(track).hasSameSizeAs(drives.get(i));
        }
        Arrays.sort(took);
        return took[LOOK_UPS / 2];
    }

    private List<Position> hour(int vehicle, Instant hour) {
        return Drives.truck(vehicles[vehicle], vehicles[vehicle], hour, HOUR, vehicle * 31L + hour.getEpochSecond());
    }

    private long bytes() {
        return jdbi.withHandle(sql -> sql.createQuery("""
                        select sum(pg_total_relation_size(inhrelid))::bigint from pg_inherits
                         where inhparent = 'track_segment'::regclass""").mapTo(Long.class).one());
    }

    private static double millis(long[] nanos, double quantile) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * quantile))] / 1e6;
    }
}
