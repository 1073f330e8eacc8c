package rw.ishemalink.local.parts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rw.ishemalink.schemas.Topics;

class KafkaClusterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String TOPIC = Topics.BOOKING_EVENTS.topicName();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @Test
    void each_record_is_on_all_three_and_one_broker_may_be_lost() throws Exception {
        try (KafkaCluster cluster = new KafkaCluster(PartOptions.forTests(home))) {
            cluster.start();
            Contracts.createTopics(cluster.bootstrapServers());
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
                Awaitility.await().atMost(PATIENCE).until(() -> copiesInSync(admin) == 3);
                assertThat(setting(admin, "min.insync.replicas")).isEqualTo("2");

                cluster.brokers().getFirst().kill();
                write(cluster.bootstrapServers(), 100);
                assertThat(copiesInSync(admin)).isEqualTo(2);

                cluster.brokers().getFirst().start();
                Awaitility.await().atMost(PATIENCE).until(() -> copiesInSync(admin) == 3);
            }
        }
    }

    /** Of the partition that has the fewest. */
    private static int copiesInSync(Admin admin) throws Exception {
        TopicDescription topic = requireNonNull(admin.describeTopics(List.of(TOPIC))
                .allTopicNames()
                .get(30, TimeUnit.SECONDS)
                .get(TOPIC));
        assertThat(topic.partitions())
                .allMatch(partition -> partition.replicas().size() == 3);
        return topic.partitions().stream()
                .mapToInt(partition -> partition.isr().size())
                .min()
                .orElseThrow();
    }

    private static String setting(Admin admin, String name) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
        return requireNonNull(admin.describeConfigs(List.of(topic))
                        .all()
                        .get(30, TimeUnit.SECONDS)
                        .get(topic))
                .get(name)
                .value();
    }

    /** Each acknowledged by all that are in sync. */
    private static void write(String bootstrapServers, int records) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int number = 0; number < records; number++) {
                producer.send(new ProducerRecord<>(TOPIC, "key-" + number, "value"))
                        .get(60, TimeUnit.SECONDS);
            }
        }
    }
}
