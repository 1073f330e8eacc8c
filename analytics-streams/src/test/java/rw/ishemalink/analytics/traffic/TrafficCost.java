package rw.ishemalink.analytics.traffic;

import com.uber.h3core.H3Core;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import rw.ishemalink.analytics.cube.CellStore;
import rw.ishemalink.analytics.cube.Home;
import rw.ishemalink.analytics.store.CountedUpTo;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.streams.EventSerde;
import rw.ishemalink.streams.ObjectStore;

/** What a position costs of a processor's time, from bytes to cells, with a commit each 5,000; run by hand. */
final class TrafficCost {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final EventReader READER = new EventReader((topic, version) -> Optional.empty());
    private static final int VEHICLES = 2_000;
    private static final int FIXES = 500_000;
    private static final int COMMIT = 5_000;

    private TrafficCost() {}

    public static void main(String[] arguments) throws IOException {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "cost");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>(
                settings,
                new TaskId(0, 0),
                Files.createTempDirectory("traffic-cost").toFile());
        var cells =
                CellStore.builder(Home.VEHICLE, 20_000).withLoggingDisabled().build();
        var sightings = Sightings.builder(20_000).withLoggingDisabled().build();
        List<StateStore> stores = List.of(
                cells,
                sightings,
                CountedUpTo.store(Home.VEHICLE.countedUpTo())
                        .withLoggingDisabled()
                        .build());
        stores.forEach(store -> {
            store.init(context.getStateStoreContext(), store);
            context.addStateStore(store);
        });
        CountTraffic count = new CountTraffic(H3Core.newInstance());
        context.setCurrentStreamTimeMs(Instant.parse("2026-03-10T06:00:00Z").toEpochMilli());
        count.init(context);
        for (int round = 0; round < 4; round++) {
            measure(count, List.of(cells, sightings), round);
        }
    }

    private static void measure(CountTraffic count, List<ObjectStore<?, ?>> stores, int round) {
        Random random = new Random(round);
        List<byte[]> bytes = new ArrayList<>();
        Headers headers = new RecordHeaders();
        var serde = EventSerde.of(Topics.TRACKING_POSITIONS, TrackingPosition.class, READER);
        Instant begin = Instant.parse("2026-03-10T06:00:00Z").plusSeconds(3_600L * round);
        for (int i = 0; i < FIXES; i++) {
            headers = new RecordHeaders();
            bytes.add(serde.serialize("", headers, position(i % VEHICLES, begin.plusMillis(i * 5L), random)));
        }
        var fixes = TrafficStream.fixes(READER);
        String[] vehicles = new String[VEHICLES];
        for (int i = 0; i < VEHICLES; i++) {
            vehicles[i] = new UUID(1, i).toString();
        }
        long start = CPU.getCurrentThreadCpuTime();
        for (int i = 0; i < FIXES; i++) {
            Fix fix = fixes.deserialize("", headers, bytes.get(i));
            count.process(new Record<>(vehicles[i % VEHICLES], fix, fix.atMillis()));
            if (i % COMMIT == 0) {
                stores.forEach(ObjectStore::flushCache);
            }
        }
        double micros = (CPU.getCurrentThreadCpuTime() - start) / 1_000.0 / FIXES;
        System.out.printf(Locale.ROOT, "%.2f us a fix, %.0f fixes a second%n", micros, 1_000_000 / micros);
    }

    /** Somewhere in a city of 20 by 20 kilometres, on the way. */
    private static TrackingPosition position(int vehicle, Instant at, Random random) {
        double along = at.toEpochMilli() % 600_000 / 600_000.0 * 0.05;
        return TrackingPosition.newBuilder()
                .setTenant("ishemalink")
                .setVehicleId(new UUID(1, vehicle))
                .setDriverId(new UUID(2, vehicle))
                .setLatitude(-2.0 + vehicle % 45 * 0.004 + along)
                .setLongitude(30.0 + vehicle / 45.0 * 0.004 + along)
                .setSpeedKmh((double) random.nextInt(60))
                .setAccuracyMetres(8.0)
                .setRecordedAt(at)
                .setReceivedAt(at.plusMillis(300))
                .build();
    }
}
