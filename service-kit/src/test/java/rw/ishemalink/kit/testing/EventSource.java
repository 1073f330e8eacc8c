package rw.ishemalink.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.ContractHeaders;
import rw.ishemalink.schemas.wire.EventWriter;

/** Publishes events as the service would that owns the topic. */
public final class EventSource {

    private EventSource() {}

    /** Publishes one event and waits until the broker has it. */
    public static void publish(Topics topic, UUID key, SpecificRecord event) {
        Headers headers = new RecordHeaders();
        ContractHeaders.of(topic).forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        send(new ProducerRecord<>(topic.topicName(), null, key.toString(), EventWriter.write(topic, event), headers));
    }

    /** Publishes bytes that nobody can read. */
    public static void publishGarbage(Topics topic, String key) {
        Headers headers = new RecordHeaders();
        ContractHeaders.of(topic).forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));
        send(new ProducerRecord<>(topic.topicName(), null, key, new byte[] {-1, -1, -1}, headers));
    }

    private static void send(ProducerRecord<String, byte[]> record) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the broker did not take the record", e);
        }
    }
}
