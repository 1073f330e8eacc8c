package rw.ishemalink.tracking.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;

/**
 * How many positions one core looks at in a second of its own (other work on the machine does not count), with and without the memory being written down between any two.
 * Prints figures. Run it with {@code -Dtest=DetectionBenchmark -Dbenchmark}.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class DetectionBenchmark {

    private static final int ROUNDS = 100;
    private static final int FIXES = 5_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final Detection detection = new Detection(Drive.THRESHOLDS, Drive.ROADS);

    @Test
    void positions_a_second() {
        for (TripPlan plan : List.of(Plans.domestic(), Plans.export())) {
            List<Position> track = track();
            run(plan, track, false);
            System.out.printf("%s: %,.0f positions/s%n", plan.kind(), run(plan, track, false));
            run(plan, track, true);
            System.out.printf("%s with codec: %,.0f positions/s%n", plan.kind(), run(plan, track, true));
        }
    }

    @Test
    void nanoseconds_to_write_and_read_a_memory() {
        TripMemory memory = TripMemory.NEW;
        for (Position position : track().subList(0, 300)) {
            memory = detection.detect(Plans.export(), memory, position).memory();
        }
        byte[] bytes = TripMemoryCodec.write(memory);
        int times = 500_000;
        for (int round = 0; round < 2; round++) {
            long began = CPU.getCurrentThreadCpuTime();
            long sum = 0;
            for (int i = 0; i < times; i++) {
                sum += TripMemoryCodec.write(memory).length;
            }
            long written = CPU.getCurrentThreadCpuTime();
            for (int i = 0; i < times; i++) {
                sum += TripMemoryCodec.read(bytes).visits().size();
            }
            long read = CPU.getCurrentThreadCpuTime();
            assertThat(sum).isPositive();
            System.out.printf(
                    "%d bytes: write %d ns, read %d ns%n",
                    bytes.length, (written - began) / times, (read - written) / times);
        }
    }

    /** Huye, Kigali, Gatuna, a fix each five seconds. */
    private static List<Position> track() {
        List<Position> track = new ArrayList<>();
        for (int i = 0; i < FIXES; i++) {
            boolean first = i < FIXES / 2;
            double share = (first ? i : i - FIXES / 2) / (FIXES / 2.0);
            GeoPoint from = first ? Plans.HUYE_TOWN : Plans.KIGALI;
            GeoPoint to = first ? Plans.KIGALI : Plans.GATUNA;
            GeoPoint point = new GeoPoint(
                    from.latitude() + share * (to.latitude() - from.latitude()),
                    from.longitude() + share * (to.longitude() - from.longitude()));
            track.add(Drive.position(i / 12.0, point, 55.0 + i % 20, 10.0));
        }
        return track;
    }

    private double run(TripPlan plan, List<Position> track, boolean codec) {
        long began = CPU.getCurrentThreadCpuTime();
        long found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            TripMemory memory = TripMemory.NEW;
            for (Position position : track) {
                Step step = detection.detect(plan, memory, position);
                found += step.findings().size();
                memory = codec ? TripMemoryCodec.read(TripMemoryCodec.write(step.memory())) : step.memory();
            }
        }
        assertThat(found).isPositive();
        return (double) ROUNDS * FIXES / (CPU.getCurrentThreadCpuTime() - began) * NANOS_PER_SECOND;
    }
}
