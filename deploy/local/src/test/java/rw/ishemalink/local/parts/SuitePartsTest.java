package rw.ishemalink.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.wire.RegistryVersions;
import rw.ishemalink.schemas.wire.SchemaVersions;

@SuppressWarnings("NullAway.Init")
class SuitePartsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static SuiteParts suite;
    private static EmbeddedParts parts;

    @BeforeAll
    static void start() {
        suite = SuiteParts.start(PartsRequest.withRegistry());
        parts = (EmbeddedParts) suite.parts();
    }

    @AfterAll
    static void stop() {
        List<Part> all =
                List.of(parts.postgres(), parts.kafka(), parts.findRegistry().orElseThrow());
        suite.close();
        assertThat(all).noneMatch(Part::isAlive);
    }

    @Test
    void committed_rows_survive_a_killed_postgres() throws SQLException {
        JdbcAccess access = suite.createDatabaseIfAbsent("killed");
        execute(access, "create table booking(id int primary key); insert into booking values (1)");

        parts.postgres().kill();
        assertThat(parts.postgres().isReady()).isFalse();
        parts.postgres().start();

        assertThat(count(suite.createDatabaseIfAbsent("killed"), "booking")).isEqualTo(1);
        // For the other tests: its connections died with the server.
        RegistryPart registry = parts.findRegistry().orElseThrow();
        registry.kill();
        registry.start();
    }

    @Test
    void text_is_sorted_and_compared_as_utf_8() throws SQLException {
        JdbcAccess access = suite.createDatabaseIfAbsent("text");
        execute(access, "create table name(word text); insert into name values ('Gîtes'), ('gîtes')");

        assertThat(count(access, "name where lower(word) = 'gîtes'")).isEqualTo(2);
    }

    @Test
    void a_wrong_password_is_refused() {
        JdbcAccess access = suite.createDatabaseIfAbsent("closed");

        assertThatThrownBy(() -> DriverManager.getConnection(access.url(), access.user(), "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void records_survive_a_killed_broker() throws Exception {
        TopicPartition partition = new TopicPartition(Topics.FLEET_EVENTS.deadLetterTopicName(), 0);
        send(partition.topic(), "before");

        parts.kafka().kill();
        assertThat(parts.kafka().isReady()).isFalse();
        parts.kafka().start();

        assertThat(read(partition)).containsExactly("before");
    }

    @Test
    void every_declared_topic_is_there_with_its_partitions_retention_and_clean_up() throws Exception {
        try (Admin admin = admin()) {
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(listTopics(admin))
                    .containsAll(declaredTopics()));
            assertThat(config(admin, Topics.NOTIFICATION_REQUESTS)
                            .get("retention.ms")
                            .value())
                    .isEqualTo(Long.toString(Duration.ofHours(1).toMillis()));
            assertThat(config(admin, Topics.FLEET_EVENTS).get("cleanup.policy").value())
                    .isEqualTo("compact");
        }
    }

    @Test
    void topics_and_contracts_may_be_declared_again() {
        Contracts.createTopics(suite.bootstrapServers());
        Contracts.register(suite.registryUrl());
    }

    @Test
    void another_number_of_partitions_than_declared_is_refused() throws Exception {
        String topic = Topics.GOV_BNR_PAYMENTS.deadLetterTopicName();
        try (Admin admin = admin()) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(2)))
                    .all()
                    .get();
            awaitUntil(() -> countPartitions(admin, topic) == 2);

            assertThatThrownBy(() -> Contracts.createTopics(suite.bootstrapServers()))
                    .isInstanceOf(PartFailedException.class)
                    .hasMessageContaining(topic + " has 2 partitions, declared are 1");
            makeAnew(admin, topic);
        }
    }

    /** For the other tests. The broker confirms each change before it tells of it. */
    private static void makeAnew(Admin admin, String topic) throws Exception {
        admin.deleteTopics(Set.of(topic)).all().get();
        awaitUntil(() -> !listTopics(admin).contains(topic));
        Contracts.createTopics(suite.bootstrapServers());
        awaitUntil(() -> listTopics(admin).contains(topic));
    }

    @Test
    void every_committed_contract_version_is_registered_and_survives_a_killed_registry() {
        RegistryPart registry = parts.findRegistry().orElseThrow();
        registry.kill();
        registry.start();

        RegistryVersions registered = new RegistryVersions(suite.registryUrl());
        for (Topics topic : Topics.values()) {
            for (SchemaVersions.Version version : SchemaVersions.versions(topic)) {
                assertThat(registered.findSchema(topic, version.number())).contains(version.schema());
            }
        }
    }

    @Test
    void a_breaking_contract_is_refused_by_the_registry() {
        RegistryApi api = new RegistryApi(suite.registryUrl());
        String breaking = "{\"version\":\"99\",\"content\":{\"contentType\":\"application/json\",\"content\":"
                + "\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"BookingEvent\\\",\\\"namespace\\\":"
                + "\\\"rw.ishemalink.schemas.booking\\\",\\\"fields\\\":[{\\\"name\\\":\\\"x\\\",\\\"type\\\":\\\"int\\\"}]}\"}}";

        RegistryApi.Answer answer = api.post("/" + Topics.BOOKING_EVENTS.subject() + "/versions", breaking);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("RuleViolationException").contains("Incompatible artifact");
    }

    @Test
    void a_taken_port_is_named() {
        PartOptions options = PartOptions.forTests(java.nio.file.Path.of("target/taken"));

        assertThatThrownBy(() -> KafkaPart.start(options, parts.postgres().port()))
                .isInstanceOf(PartFailedException.class)
                .hasMessage("kafka: port " + parts.postgres().port()
                        + " is taken by another program; stop that one or choose other ports");
    }

    private static void awaitUntil(Callable<Boolean> done) {
        Awaitility.await().atMost(PATIENCE).until(done);
    }

    private static Set<String> declaredTopics() {
        return Arrays.stream(Topics.values())
                .flatMap(topic -> Stream.of(topic.topicName(), topic.deadLetterTopicName()))
                .collect(Collectors.toSet());
    }

    private static Set<String> listTopics(Admin admin) throws Exception {
        return admin.listTopics().names().get();
    }

    private static int countPartitions(Admin admin, String topic) throws Exception {
        return admin.describeTopics(Set.of(topic))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next()
                .partitions()
                .size();
    }

    private static Config config(Admin admin, Topics topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
        return admin.describeConfigs(Set.of(resource))
                .values()
                .values()
                .iterator()
                .next()
                .get();
    }

    private static Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, suite.bootstrapServers()));
    }

    private static void send(String topic, String text) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", suite.bootstrapServers(), "acks", "all");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, text.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static Set<String> read(TopicPartition partition) {
        Map<String, Object> config = Map.of("bootstrap.servers", suite.bootstrapServers());
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            return consumer.poll(PATIENCE).records(partition).stream()
                    .map(ConsumerRecord::value)
                    .map(value -> new String(value, StandardCharsets.UTF_8))
                    .collect(Collectors.toSet());
        }
    }

    private static void execute(JdbcAccess access, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(JdbcAccess access, String from) throws SQLException {
        try (Connection connection = DriverManager.getConnection(access.url(), access.user(), access.password());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + from)) {
            result.next();
            return result.getInt(1);
        }
    }
}
