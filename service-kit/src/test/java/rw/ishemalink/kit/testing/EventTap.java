package rw.ishemalink.kit.testing;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;

/** Listens to a topic from its beginning, as another service would. Close it at the end of the test. */
public final class EventTap implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final EventReader READER = new EventReader((topic, version) -> Optional.empty());

    private final String topicName;
    private final List<ConsumerRecord<String, byte[]>> heard = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean running = true;

    private EventTap(String topicName) {
        this.topicName = topicName;
        this.thread = Thread.ofPlatform().name("tap-" + topicName).daemon().start(this::listen);
    }

    public static EventTap on(Topics topic) {
        return new EventTap(topic.topicName());
    }

    /** Listens to the dead letters of a topic. */
    public static EventTap onDeadLettersOf(Topics topic) {
        return new EventTap(topic.deadLetterTopicName());
    }

    /** The first event of that kind that fits; waits for it. */
    public <E extends SpecificRecord> E awaitOne(Class<E> type, Predicate<E> fits) {
        return await("an event on " + topicName)
                .atMost(PATIENCE)
                .until(() -> events(type).filter(fits).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until something came by that fits. */
    public ConsumerRecord<String, byte[]> awaitRecord(Predicate<ConsumerRecord<String, byte[]>> fits) {
        return await("a record on " + topicName)
                .atMost(PATIENCE)
                .until(() -> heard.stream().filter(fits).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** How many records with that key came by so far; does not wait. */
    public long countFor(UUID key) {
        return heard.stream()
                .filter(record -> key.toString().equals(record.key()))
                .count();
    }

    /** All events with that key so far, in order; does not wait. */
    public <E extends SpecificRecord> List<E> listFor(UUID key, Class<E> type) {
        return heard.stream()
                .filter(record -> key.toString().equals(record.key()))
                .map(record -> read(type, record))
                .toList();
    }

    private <E extends SpecificRecord> java.util.stream.Stream<E> events(Class<E> type) {
        return heard.stream().map(record -> read(type, record));
    }

    private <E extends SpecificRecord> E read(Class<E> type, ConsumerRecord<String, byte[]> record) {
        Topics topic = Topics.getByTopicName(topicName);
        return type.cast(READER.read(topic, ContractHeaders.getVersion(record.headers()), record.value()));
    }

    private void listen() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            consumer.partitionsFor(topicName)
                    .forEach(p -> partitions.add(new TopicPartition(topicName, p.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (running) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(50))) {
                    heard.add(record);
                }
            }
        }
    }

    @Override
    public void close() {
        running = false;
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
