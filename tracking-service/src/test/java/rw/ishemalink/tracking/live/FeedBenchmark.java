package rw.ishemalink.tracking.live;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.channel.DefaultEventLoopGroup;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventWriter;
import rw.ishemalink.tracking.position.LiveDelay;

/**
 * What it costs an instance to hear everything: a backlog of positions of 100,000 vehicles on a real broker, read by one
 * thread; its time on the processor is what counts. And a look at all vehicles, as the map takes it. Prints figures,
 * asserts only that no vehicle is missing. Run it with {@code -Dtest=FeedBenchmark -Dbenchmark}, and with
 * {@code -Dtest.jvm=-Xmx1g} to compile as production does.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class FeedBenchmark {

    private static final int VEHICLES = 100_000;
    private static final int ROUNDS = 10;

    private final Map<String, Object> kafka = Map.of("bootstrap.servers", SharedParts.bootstrapServers());
    private final List<UUID> vehicles =
            IntStream.range(0, VEHICLES).mapToObj(_ -> UUID.randomUUID()).toList();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Test
    void hearing_everything() throws InterruptedException {
        produce();
        for (int round = 1; round <= 3; round++) {
            hear(round);
        }
    }

    @SuppressWarnings("NullAway") // Nobody follows a trip here, so nobody asks for one.
    private void hear(int round) throws InterruptedException {
        long before = usedBytes();
        LivePositions positions = Fixtures.positions(Map.of());
        Missed missed = new Missed(positions, (_, _, _, _) -> List.of(), Fixtures.config(Map.of()));
        Audience audience =
                new Audience(null, Fixtures.reader(), missed, Fixtures.config(Map.of()), new SimpleMeterRegistry());
        PositionFeed feed = new PositionFeed(
                positions,
                audience,
                Fixtures.reader(),
                Fixtures.config(Map.of("ishema.tracking.look-back", "1h")),
                new LiveDelay(new DefaultEventLoopGroup(1)),
                kafka);
        long begin = System.nanoTime();
        feed.start(new StartupEvent());
        await().until(feed::isCaughtUp);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpu = threads.getThreadCpuTime(feedThread()) / 1e9;
        int heard = VEHICLES * ROUNDS;
        assertThat(vehicles).allSatisfy(one -> assertThat(positions.glance(one)).isPresent());
        System.out.printf(
                "%n*** round %d: %,d positions in %.2f s = %,.0f/s; %.2f s of one core = %,.0f/s a core, %.2f µs each%n",
                round, heard, seconds, heard / seconds, cpu, heard / cpu, cpu / heard * 1e6);
        System.out.printf(
                "*** heap for %,d vehicles and %,d remembered positions: %,.0f MB%n",
                VEHICLES, 250_000, (usedBytes() - before) / 1e6);
        look(positions);
        feed.stop(new ShutdownEvent());
    }

    private static void look(LivePositions positions) {
        for (int i = 0; i < 5; i++) {
            long begin = System.nanoTime();
            int[] seen = new int[1];
            positions.glanceAtAll(Instant.EPOCH, (vehicle, glance) -> seen[0]++);
            System.out.printf("*** a glance at %,d vehicles: %.0f ms%n", seen[0], (System.nanoTime() - begin) / 1e6);
        }
    }

    private long feedThread() {
        return Arrays.stream(threads.dumpAllThreads(false, false))
                .filter(one -> one.getThreadName().equals("position-feed"))
                .mapToLong(java.lang.management.ThreadInfo::getThreadId)
                .max()
                .orElseThrow();
    }

    private void produce() {
        Headers headers = new RecordHeaders();
        ContractHeaders.of(Topics.TRACKING_POSITIONS)
                .forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        headers.add("content-type", "application/avro".getBytes(UTF_8));
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                SharedParts.bootstrapServers(),
                "compression.type",
                "lz4",
                "linger.ms",
                5,
                "batch.size",
                256 * 1024);
        Instant begin = Instant.now().minusSeconds(ROUNDS);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int round = 0; round < ROUNDS; round++) {
                Instant at = Glance.instant(EventId.micros(begin.plusSeconds(round)));
                for (UUID vehicle : vehicles) {
                    var unused = producer.send(new ProducerRecord<>(
                            Topics.TRACKING_POSITIONS.topicName(),
                            null,
                            vehicle.toString(),
                            EventWriter.write(
                                    Topics.TRACKING_POSITIONS, Fixtures.event(vehicle, at, at, (Double) 40.0)),
                            new RecordHeaders(headers.toArray())));
                }
            }
        }
    }

    private static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
