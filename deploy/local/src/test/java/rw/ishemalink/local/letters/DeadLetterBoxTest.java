package rw.ishemalink.local.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.parts.PartsRequest;
import rw.ishemalink.local.parts.SuiteParts;
import rw.ishemalink.schemas.Topics;

@SuppressWarnings("NullAway.Init")
class DeadLetterBoxTest {

    private static final Topics TOPIC = Topics.TRACKING_EVENTS;

    private static SuiteParts suite;
    private static DeadLetterBox box;

    @BeforeAll
    static void start() {
        suite = SuiteParts.start(PartsRequest.databaseAndBroker());
        box = new DeadLetterBox(suite.bootstrapServers());
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void a_letter_is_listed_until_it_is_replayed_and_then_back_on_its_topic_as_it_was() {
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();
        put(first, "tracking-service");
        put(second, "booking-service");

        assertThat(box.list())
                .extracting(DeadLetter::topic, DeadLetter::key, DeadLetter::consumer, DeadLetter::cause)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("tracking.events", first, "tracking-service", "Broken"),
                        org.assertj.core.groups.Tuple.tuple("tracking.events", second, "booking-service", "Broken"));

        assertThat(box.replay()).isEqualTo(2);

        assertThat(box.list()).isEmpty();
        assertThat(box.replay()).isZero();
        assertThat(onTheTopic(2)).allSatisfy(record -> {
            assertThat(record.key()).isIn(first, second);
            assertThat(record.value()).isEqualTo(("about " + record.key()).getBytes(UTF_8));
            assertThat(record.headers().toArray())
                    .extracting(header -> header.key())
                    .containsExactly("ce_id");
        });

        put(first, "tracking-service");
        assertThat(box.list()).extracting(DeadLetter::key).containsExactly(first);
    }

    private static void put(String key, String consumer) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", suite.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> letter =
                    new ProducerRecord<>(TOPIC.deadLetterTopicName(), key, ("about " + key).getBytes(UTF_8));
            letter.headers()
                    .add("ce_id", new byte[] {1})
                    .add("dead-letter-consumer", consumer.getBytes(UTF_8))
                    .add("dead-letter-cause", "Broken".getBytes(UTF_8));
            var unused = producer.send(letter);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> onTheTopic(int expected) {
        List<ConsumerRecord<String, byte[]>> heard = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", suite.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(heard::add);
                return heard.size() >= expected;
            });
        }
        return heard;
    }
}
