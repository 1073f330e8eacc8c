package rw.ishemalink.tracking.watch.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static rw.ishemalink.schemas.tracking.SealState.CLOSED;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventWriter;
import rw.ishemalink.streams.BoundedRocksDb;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.watch.TripNews;
import rw.ishemalink.tracking.watch.Trips;
import rw.ishemalink.tracking.watch.VehicleWatch;
import rw.ishemalink.tracking.watch.Watch;

/**
 * How many positions a second the watch gets through, alone and with a real broker in this JVM, both cores shared:
 * {@code -Dtest=WatchBenchmarkTest -Dbenchmark}, best with no other test beside it.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class WatchBenchmarkTest {

    private final Instant ten = Instant.now().minus(Duration.ofHours(5));
    private static final int ROUNDS = Integer.getInteger("benchmark.fixes", 1_000_000);
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    /** Outside the service all of Kafka's whispers are written down, which takes longer than its work. */
    private static final Logger QUIET = Logger.getLogger("org.apache");

    private static final int VEHICLES = Integer.getInteger("benchmark.vehicles", 0);
    private static final int THREADS = Integer.getInteger("benchmark.threads", 2);

    private record Driven(UUID driver, UUID vehicle, String key) {

        private static Driven next() {
            UUID vehicle = UUID.randomUUID();
            return new Driven(UUID.randomUUID(), vehicle, vehicle.toString());
        }

        private Position at(Instant begin, int round) {
            return Trips.at(
                    begin.plusSeconds(round * 10L),
                    driver,
                    vehicle,
                    CLOSED,
                    new GeoPoint(-1.95 + round * 0.0005, 30.06));
        }
    }

    @Test
    void alone() {
        Watch watch = new Watch(Trips.detection(), Trips.RULES);
        List<Driven> all = Stream.generate(Driven::next).limit(1_000).toList();
        List<VehicleWatch> known = new ArrayList<>();
        for (Driven one : all) {
            TripNews news = new TripNews(
                    new Trips().plan(one.driver(), one.vehicle(), ten, ten, null), TripNews.Reason.GOES_ON, "story");
            known.add(watch.learn(VehicleWatch.NEW, news, ten).watch());
        }
        for (int repeat = 0; repeat < 5; repeat++) {
            Started begin = Started.now();
            for (int round = repeat * 300; round < (repeat + 1) * 300; round++) {
                for (int i = 0; i < all.size(); i++) {
                    known.set(
                            i,
                            watch.hear(known.get(i), all.get(i).at(ten, round), ten)
                                    .watch());
                }
            }
            tell("watch alone, each vehicle on a trip", 300_000, begin);
        }
        Started begin = Started.now();
        int bytes = 0;
        for (int i = 0; i < 300; i++) {
            for (VehicleWatch one : known) {
                bytes += WatchSerdes.WATCH.serializer().serialize("store", one).length;
            }
        }
        tell("watches written, " + bytes / 300 / known.size() + " bytes each", 300_000, begin);
    }

    @Test
    void with_a_broker() throws IOException, InterruptedException {
        QUIET.setLevel(Level.WARNING);
        for (int vehicles : VEHICLES > 0 ? List.of(VEHICLES) : List.of(1_000, 10_000, 100_000)) {
            List<Driven> all = Stream.generate(Driven::next).limit(vehicles).toList();
            produce(all, Math.max(1, ROUNDS / vehicles));
            Path state = Files.createTempDirectory(Path.of("target"), "benchmark-state");
            String application = "benchmark-" + vehicles;
            run(application, state, "of " + vehicles + " vehicles through the pipeline", true);
            Utils.delete(state.toFile());
            run(application, state, "restored", false);
            Utils.delete(state.toFile());
        }
    }

    private void run(String application, Path state, String what, boolean reads) throws InterruptedException {
        Map<String, Object> settings = Road.settings(application, SharedParts.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 500);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, THREADS);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 4L << 20);
        settings.put("internal.leave.group.on.close", true);
        settings.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        settings.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
        Started begin = Started.now();
        try (KafkaStreams streams = new KafkaStreams(Road.topology(Trips.RULES, 4_000), new StreamsConfig(settings))) {
            streams.start();
            long fixes = 0;
            if (reads) {
                fixes = awaitRead(application);
            } else {
                while (streams.state() != KafkaStreams.State.RUNNING) {
                    Thread.sleep(20);
                }
            }
            tell(what, fixes, begin);
        }
    }

    private static long awaitRead(String application) throws InterruptedException {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", SharedParts.bootstrapServers(), "group.id", application);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            Collection<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.TRACKING_POSITIONS.topicName()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (true) {
                var read = consumer.committed(Map.copyOf(ends).keySet());
                if (ends.entrySet().stream()
                        .allMatch(end -> read.get(end.getKey()) != null
                                && read.get(end.getKey()).offset() >= end.getValue())) {
                    return ends.values().stream().mapToLong(Long::longValue).sum();
                }
                Thread.sleep(50);
            }
        }
    }

    private void produce(List<Driven> all, int rounds) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                SharedParts.bootstrapServers(),
                "linger.ms",
                20,
                "batch.size",
                256 * 1024,
                "compression.type",
                "lz4");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (Driven one : all.subList(0, Math.min(all.size(), 10_000))) {
                BookingLife life = new BookingLife();
                send(
                        producer,
                        Topics.BOOKING_EVENTS,
                        life.bookingId().toString(),
                        EventWriter.write(Topics.BOOKING_EVENTS, life.assigned(one.driver(), one.vehicle(), ten)));
                send(
                        producer,
                        Topics.BOOKING_EVENTS,
                        life.bookingId().toString(),
                        EventWriter.write(Topics.BOOKING_EVENTS, life.pickedUp(ten)));
            }
            Started begin = Started.now();
            for (int round = 0; round < rounds; round++) {
                for (Driven one : all) {
                    byte[] fix = EventWriter.write(
                            Topics.TRACKING_POSITIONS, one.at(ten, round).toEvent());
                    send(producer, Topics.TRACKING_POSITIONS, one.key(), fix);
                }
            }
            producer.flush();
            tell("produced", (long) rounds * all.size(), begin);
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, Topics topic, String key, byte[] value) {
        Headers headers = new RecordHeaders();
        ContractHeaders.of(topic).forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
        var unused = producer.send(new ProducerRecord<>(topic.topicName(), null, key, value, headers));
    }

    /** Beside other programs the time says little, and what the process itself had of the processors says more. */
    private static void tell(String what, long count, Started started) {
        long nanos = Math.max(1, System.nanoTime() - started.nanos());
        long cpu = Math.max(1, PROCESS.getProcessCpuTime() - started.cpuNanos());
        System.out.printf(
                "BENCHMARK %s: %,d in %,d ms, %,d a second; %,d ms of one core, %,d a second of one core%n",
                what,
                count,
                nanos / 1_000_000,
                count * 1_000_000_000L / nanos,
                cpu / 1_000_000,
                count * 1_000_000_000L / cpu);
    }

    private record Started(long nanos, long cpuNanos) {

        private static Started now() {
            return new Started(System.nanoTime(), PROCESS.getProcessCpuTime());
        }
    }
}
