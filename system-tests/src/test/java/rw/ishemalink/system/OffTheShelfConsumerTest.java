package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.stack.LocalStack;
import rw.ishemalink.local.story.Journey;
import rw.ishemalink.local.story.Story;

/** A subscriber that has none of our code: Kafka's consumer, Apicurio's stock deserializer and the registry. */
class OffTheShelfConsumerTest {

    @Test
    void reads_the_government_feed_with_the_registry_alone() throws Exception {
        Story story = new Story(Suite.get().context());
        Journey potatoes =
                story.bookPotatoes(story.cast().sender("Farmer")).confirm().awaitReceipt();

        Set<String> bookings = new HashSet<>();
        long deadline = System.nanoTime() + Suite.PATIENCE.toNanos();
        try (var consumer = new KafkaConsumer<String, GenericRecord>(settings())) {
            consumer.subscribe(List.of("gov.rra.receipts"));
            while (!bookings.contains(potatoes.bookingId()) && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record ->
                                bookings.add(record.value().get("bookingId").toString()));
            }
        }
        assertThat(bookings).contains(potatoes.bookingId());
    }

    private static Map<String, Object> settings() {
        LocalStack stack = Suite.get().stack();
        return Map.of(
                "bootstrap.servers",
                stack.kafka().bootstrapServers(),
                "group.id",
                "off-the-shelf-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "key.deserializer",
                StringDeserializer.class.getName(),
                "value.deserializer",
                "io.apicurio.registry.serde.avro.AvroKafkaDeserializer",
                "apicurio.registry.url",
                stack.registry().url() + "/apis/registry/v3",
                "apicurio.registry.headers.enabled",
                "true");
    }
}
