package rw.ishemalink.analytics.summary;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.analytics.AnalyticsSummary;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventReader;
import rw.ishemalink.schemas.wire.EventWriter;
import rw.ishemalink.schemas.wire.RegistryVersions;

/** {@code analytics.summary}: it is itself what knows what was published, so whichever instance publishes goes on from there. */
@ApplicationScoped
class SummaryTopic {

    private static final Topics TOPIC = Topics.ANALYTICS_SUMMARY;
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PATIENCE_SECONDS = 30;

    private final Map<String, Object> kafka;
    private final Producer<String, byte[]> producer;
    private final EventReader reader;

    SummaryTopic(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Producer<String, byte[]> producer,
            @ConfigProperty(name = "ishema.registry.url") URI registry) {
        this.kafka = kafka;
        this.producer = producer;
        this.reader = new EventReader(new RegistryVersions(registry));
    }

    /**
     * All that is published and not taken back.
     *
     * @throws IllegalStateException when Kafka does not tell
     */
    Map<UUID, AnalyticsSummary> read() {
        Map<UUID, AnalyticsSummary> published = new HashMap<>();
        TopicPartition only = new TopicPartition(TOPIC.topicName(), 0);
        long patienceEnds = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            consumer.assign(List.of(only));
            consumer.seekToBeginning(List.of(only));
            long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
            while (consumer.position(only) < end) {
                consumer.poll(POLL).forEach(record -> note(record, published));
                if (System.nanoTime() - patienceEnds > 0) {
                    throw new IllegalStateException(TOPIC.topicName() + " cannot be read to its end");
                }
            }
        }
        return published;
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private void note(ConsumerRecord<String, byte[]> record, Map<UUID, AnalyticsSummary> published) {
        UUID key = UUID.fromString(record.key());
        if (record.value() == null) {
            published.remove(key);
        } else {
            int version = ContractHeaders.getVersion(record.headers());
            published.put(key, (AnalyticsSummary) reader.read(TOPIC, version, record.value()));
        }
    }

    /**
     * Publishes the changes, and waits until they are safe.
     *
     * @throws IllegalStateException when one of them may not be
     */
    void publish(SummaryChanges changes) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        changes.told().forEach((key, summary) -> sent.add(send(key, EventWriter.write(TOPIC, summary))));
        changes.takenBack().forEach(key -> sent.add(send(key, null)));
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(TOPIC.topicName() + " was not taken", e);
        }
    }

    @SuppressWarnings("NullAway") // Kafka takes a record back by null, and its classes do not say so.
    private Future<RecordMetadata> send(UUID key, byte @Nullable [] value) {
        Headers headers = new RecordHeaders();
        headers.add("content-type", "application/avro".getBytes(UTF_8));
        ContractHeaders.of(TOPIC).forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
        return producer.send(new ProducerRecord<>(TOPIC.topicName(), null, key.toString(), value, headers));
    }
}
