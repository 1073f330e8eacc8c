package rw.ishemalink.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.notification.Channel;
import rw.ishemalink.schemas.notification.NotificationChange;
import rw.ishemalink.schemas.notification.NotificationEvent;

/**
 * What the outbox costs, on real PostgreSQL and Kafka: commit → consumer at 1,000 events a second, and the drain of a
 * backlog. Prints figures, asserts only that nothing is lost. Run it with {@code -Dtest=OutboxBenchmark -Dbenchmark}.
 */
@EnabledIfSystemProperty(named = "benchmark", matches = ".*")
class OutboxBenchmark {

    private static final int BACKLOG = 60_000;
    private static final int PER_SECOND = 1_000;
    private static final int SECONDS = 30;
    private static final int WARM_UP_SECONDS = 10;
    private static final int WRITERS = 8;

    private final Jdbi jdbi = new OutboxDatabase().connect("benchmark");
    private final Producer<String, byte[]> producer =
            new EventProducer().producer(Map.of("bootstrap.servers", SharedParts.bootstrapServers()));
    private final OutboxConfig config =
            new Settings(true, Duration.ofMillis(2), Duration.ofMillis(50), Duration.ofDays(3));
    private final OutboxRelay relay = new OutboxRelay(jdbi, producer, config, new SimpleMeterRegistry());
    private final UnitOfWork unitOfWork =
            new UnitOfWork(jdbi, relay, new OutboxRows("benchmark"), Duration.ofSeconds(10));
    private final List<UUID> keys = Stream.generate(UUID::randomUUID).limit(500).toList();

    /** The defaults of a service. */
    private record Settings(boolean relay, Duration busyPause, Duration idlePause, Duration retention)
            implements OutboxConfig {}

    @Test
    void drain_and_latency() throws Exception {
        jdbi.useHandle(sql -> keys.forEach(key -> sql.execute("insert into counter values (?, 0)", key)));
        for (int round = 1; round <= 3; round++) {
            drain(round);
        }
        latency();
    }

    private void drain(int round) {
        try (var consumer = consumer()) {
            for (int i = 0; i < BACKLOG / 100; i++) {
                unitOfWork.run(tx -> IntStream.range(0, 100).forEach(n -> publish(tx, keys.get(n))));
            }
            long begin = System.nanoTime();
            RelayBatch.Result result = new RelayBatch(jdbi, producer).run();
            double seconds = (System.nanoTime() - begin) / 1e9;
            assertThat(result).isEqualTo(RelayBatch.Result.SENT_MANY);
            assertThat(receive(consumer, BACKLOG)).hasSize(BACKLOG);
            System.out.printf("drain %d: %,d events in %.2f s = %,.0f/s%n", round, BACKLOG, seconds, BACKLOG / seconds);
        }
    }

    private void latency() throws Exception {
        relay.start(new StartupEvent());
        Map<String, Long> committed = new ConcurrentHashMap<>();
        var latencies = new ConcurrentLinkedQueue<Long>();
        int total = PER_SECOND * (SECONDS + WARM_UP_SECONDS);
        CountDownLatch open = new CountDownLatch(total);
        try (var consumer = consumer();
                var timer = Executors.newScheduledThreadPool(WRITERS)) {
            Thread listener = Thread.ofPlatform().start(() -> listen(consumer, committed, latencies, total));
            long periodMicros = 1_000_000L * WRITERS / PER_SECOND;
            for (int writer = 0; writer < WRITERS; writer++) {
                var unused = timer.scheduleAtFixedRate(
                        () -> write(committed, open), writer * 100L, periodMicros, TimeUnit.MICROSECONDS);
            }
            open.await();
            timer.shutdownNow();
            listener.join(Duration.ofSeconds(20));
        }
        relay.stop(new ShutdownEvent());
        long[] sorted = latencies.stream()
                .skip((long) PER_SECOND * WARM_UP_SECONDS)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        assertThat(latencies).hasSizeGreaterThanOrEqualTo(total);
        System.out.printf(
                "commit → consumer at %,d/s: p50 %.2f ms, p99 %.2f ms, max %.2f ms (%,d events)%n",
                PER_SECOND, millis(sorted, 0.5), millis(sorted, 0.99), millis(sorted, 1), sorted.length);
    }

    private void write(Map<String, Long> committed, CountDownLatch open) {
        if (open.getCount() == 0) {
            return;
        }
        UUID key = keys.get((int) (System.nanoTime() / 1000 % keys.size()));
        String id = unitOfWork.call(tx -> {
            tx.sql()
                    .createUpdate("update counter set value = value + 1 where key = :key")
                    .bind("key", key)
                    .execute();
            return publish(tx, key);
        });
        committed.put(id, System.nanoTime());
        open.countDown();
    }

    private static String publish(Tx tx, UUID key) {
        NotificationEvent event = NotificationEvent.newBuilder()
                .setMetadata(tx.metadata("ishemalink", 1))
                .setChange(NotificationChange.FAILED)
                .setMessageId(key)
                .setChannel(Channel.SMS)
                .setTemplate("BENCHMARK")
                .setPersonId(key)
                .setReason("x".repeat(250))
                .build();
        tx.publish(Topics.NOTIFICATION_EVENTS, key, event);
        return event.getMetadata().getEventId().toString();
    }

    /** An event may arrive before its writer has noted the commit: it then counts as 0. */
    private static void listen(
            KafkaConsumer<String, byte[]> consumer,
            Map<String, Long> committed,
            ConcurrentLinkedQueue<Long> latencies,
            int total) {
        while (latencies.size() < total) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(20))) {
                long now = System.nanoTime();
                Long at = committed.get(id(record));
                latencies.add(at == null ? 0 : now - at);
            }
        }
    }

    private static Set<String> receive(KafkaConsumer<String, byte[]> consumer, int count) {
        Set<String> ids = new HashSet<>();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (ids.size() < count && System.nanoTime() < deadline) {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> ids.add(id(record)));
        }
        return ids;
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader("ce_id").value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private KafkaConsumer<String, byte[]> consumer() {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", SharedParts.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        String topic = Topics.NOTIFICATION_EVENTS.topicName();
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }

    private static double millis(long[] sorted, double quantile) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * quantile))] / 1e6;
    }
}
