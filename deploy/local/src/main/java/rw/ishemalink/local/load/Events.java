package rw.ishemalink.local.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.EventWriter;

/** Publishes events in the place of services that do not run, and hears those of the ones that do. */
final class Events implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(20);
    private static final EventReader READER = new EventReader((_, _) -> Optional.empty());

    private final String bootstrapServers;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Thread> listeners = new ArrayList<>();
    private volatile boolean open = true;

    Events(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "delivery.timeout.ms", 600_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Hands the event to the broker, again and again while it is away; does not wait. */
    void publish(Topics topic, UUID key, SpecificRecord event) {
        Headers headers = new RecordHeaders();
        ContractHeaders.of(topic).forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        var unused = producer.send(new ProducerRecord<>(
                topic.topicName(), null, key.toString(), EventWriter.write(topic, event), headers));
    }

    /** Waits until the broker has everything. */
    void flush() {
        producer.flush();
    }

    /** Has everything on the topic from now on told, with the time at which it was heard. */
    <E extends SpecificRecord> void hear(Topics topic, Class<E> type, BiConsumer<E, Instant> hearer) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        listeners.add(
                Thread.ofPlatform().daemon().name("hear-" + topic.topicName()).start(() -> {
                    try (consumer) {
                        while (open) {
                            for (ConsumerRecord<String, byte[]> one : consumer.poll(POLL)) {
                                int version = ContractHeaders.getVersion(one.headers());
                                hearer.accept(type.cast(READER.read(topic, version, one.value())), Instant.now());
                            }
                        }
                    }
                }));
    }

    @Override
    public void close() {
        open = false;
        producer.close(Duration.ofSeconds(5));
        for (Thread listener : listeners) {
            try {
                listener.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
