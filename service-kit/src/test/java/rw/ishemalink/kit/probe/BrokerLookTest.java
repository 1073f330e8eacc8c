package rw.ishemalink.kit.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.probe.BrokerLook.Reading;
import rw.ishemalink.kit.testing.SharedParts;
import rw.ishemalink.local.letters.DeadLetterBox;
import rw.ishemalink.schemas.Topics;

/** What is told of a group and of dead letters, on a real broker, on topics that nobody here listens to. */
class BrokerLookTest {

    private static final Topics TOPIC = Topics.GOV_BNR_MONTHS;

    private final String servers = SharedParts.bootstrapServers();
    private final Admin admin = Admin.create(Map.of("bootstrap.servers", servers));
    private final BrokerLook broker = new BrokerLook(admin);
    private final String group = "group-" + UUID.randomUUID();

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void a_group_that_has_never_read_has_no_lag() {
        assertThat(broker.listLag(List.of(group))).isEmpty();
    }

    @Test
    void lag_is_what_came_since_the_group_last_said_where_it_is() {
        send(TOPIC.topicName(), 1);
        readAll();
        assertThat(broker.listLag(List.of(group))).isEqualTo(Map.of(new Reading(group, TOPIC.topicName()), 0L));

        send(TOPIC.topicName(), 3);
        assertThat(broker.listLag(List.of(group))).isEqualTo(Map.of(new Reading(group, TOPIC.topicName()), 3L));
    }

    @Test
    void a_dead_letter_waits_until_it_is_replayed() {
        String letters = TOPIC.deadLetterTopicName();
        long before = broker.countLetters(List.of(TOPIC)).getOrDefault(letters, 0L);
        send(letters, 2);
        assertThat(broker.countLetters(List.of(TOPIC))).isEqualTo(Map.of(letters, before + 2));

        new DeadLetterBox(servers).replay();
        assertThat(broker.countLetters(List.of(TOPIC))).isEqualTo(Map.of(letters, 0L));
    }

    private void send(String topic, int records) {
        try (var producer = new KafkaProducer<String, byte[]>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < records; i++) {
                var unused = producer.send(
                        new ProducerRecord<>(topic, UUID.randomUUID().toString(), new byte[] {1}));
            }
            producer.flush();
        }
    }

    private void readAll() {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "group.id",
                        group,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOPIC.topicName()));
            await().until(() -> !consumer.poll(Duration.ofMillis(200)).isEmpty());
            consumer.commitSync();
        }
    }
}
