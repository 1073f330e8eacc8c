package rw.ishemalink.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.schemas.Agency;
import rw.ishemalink.schemas.Topics;

/** What an agency may do at the broker, and what the broker itself says to the rest. */
@SuppressWarnings("NullAway.Init")
class AgencyAccessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static EmbeddedParts parts;
    private static SuiteParts suite;

    @BeforeAll
    static void start() {
        suite = SuiteParts.start(PartsRequest.databaseAndBroker());
        parts = (EmbeddedParts) suite.parts();
        admit();
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    private static void admit() {
        Contracts.admitAgencies(suite.bootstrapServers(), AgencyAccessTest::password);
    }

    private static String password(Agency agency) {
        return "a password of " + agency.account();
    }

    @ParameterizedTest
    @EnumSource(Agency.class)
    void an_agency_reads_each_of_its_topics_in_a_group_of_its_own(Agency agency) throws Exception {
        for (Topics topic : agency.topics()) {
            String told = tell(topic);

            assertThat(readUntil(agency, topic, told)).contains(told);
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        Map<String, Object> settings = login("agency-rra", "a guess");

        assertThatThrownBy(() -> poll(settings, "rra.desk", Topics.GOV_RRA_RECEIPTS))
                .isInstanceOf(SaslAuthenticationException.class)
                .hasMessageContaining("invalid credentials with SASL mechanism SCRAM-SHA-512");
    }

    @Test
    void the_password_of_another_agency_is_a_wrong_one() {
        Map<String, Object> settings = login("agency-bnr", password(Agency.RRA));

        assertThatThrownBy(() -> poll(settings, "bnr.desk", Topics.GOV_BNR_PAYMENTS))
                .isInstanceOf(SaslAuthenticationException.class);
    }

    /** The broker hangs up on who does not speak SASL, which a client cannot tell from a broker that is away. */
    @Test
    void without_a_password_nobody_gets_through_the_agencies_door() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", parts.kafka().agenciesBootstrapServers());
        settings.put("default.api.timeout.ms", "3000");
        settings.put("request.timeout.ms", "2000");

        try (Admin nameless = Admin.create(settings)) {
            assertThatThrownBy(() -> nameless.listTopics().names().get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
        }
        // The same question with a password is answered: it was not the broker that was away.
        assertThat(listTopics(Agency.RRA)).containsExactly(Topics.GOV_RRA_RECEIPTS.topicName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gov.rura.dispatches",
                "gov.eac.manifests",
                "gov.bnr.payments",
                "gov.bnr.months",
                "booking.events",
                "tracking.positions",
                "access.records",
                "gov.rra.receipts.dlq"
            })
    void what_is_not_its_own_is_refused_to_an_agency(String topic) {
        assertThatThrownBy(() -> poll(login(Agency.RRA), "rra.desk", topic))
                .isInstanceOf(TopicAuthorizationException.class)
                .hasMessage("Not authorized to access topics: [" + topic + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bnr.desk", "compliance-service", "rra"})
    void a_group_of_somebody_else_is_refused(String group) {
        assertThatThrownBy(() -> poll(login(Agency.RRA), group, Topics.GOV_RRA_RECEIPTS))
                .isInstanceOf(GroupAuthorizationException.class)
                .hasMessage("Not authorized to access group: " + group);
    }

    @Test
    void writing_is_refused_also_to_the_topic_that_may_be_read() {
        assertThatThrownBy(() -> write(Map.of("enable.idempotence", "false")))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        // Thrown by the future, or by send itself when the refusal of the producer's id came first.
        assertThatThrownBy(() -> write(Map.of())).hasCauseInstanceOf(ClusterAuthorizationException.class);
    }

    @Test
    void an_agency_may_not_change_the_permissions() {
        try (Admin agency = Admin.create(login(Agency.RRA))) {
            assertThatThrownBy(() -> agency.createAcls(List.of(everythingFor("agency-rra")))
                            .all()
                            .get())
                    .hasCauseInstanceOf(ClusterAuthorizationException.class);
        }
    }

    @Test
    void a_permission_that_is_not_declared_is_taken_away_at_the_next_start() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", suite.bootstrapServers()))) {
            AclBinding surplus = everythingFor("agency-eac");
            AclBinding ofOthers = everythingFor("somebody-else");
            admin.createAcls(List.of(surplus, ofOthers)).all().get();
            awaitAcl(admin, surplus, true);

            admit();

            awaitAcl(admin, surplus, false);
            awaitAcl(admin, ofOthers, true);
            admin.deleteAcls(List.of(ofOthers.toFilter())).all().get();
        }
    }

    @Test
    void accounts_and_permissions_survive_a_killed_broker() throws Exception {
        parts.kafka().kill();
        parts.kafka().start();

        String told = tell(Topics.GOV_BNR_MONTHS);
        assertThat(readUntil(Agency.BNR, Topics.GOV_BNR_MONTHS, told)).contains(told);
        assertThatThrownBy(() -> poll(login(Agency.BNR), "bnr.desk", Topics.BOOKING_EVENTS))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    private static void awaitAcl(Admin admin, AclBinding binding, boolean there) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() ->
                        admin.describeAcls(binding.toFilter()).values().get().isEmpty() != there);
    }

    private static AclBinding everythingFor(String account) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
                new AccessControlEntry("User:" + account, "*", AclOperation.ALL, AclPermissionType.ALLOW));
    }

    private static String tell(Topics topic) throws Exception {
        String text = UUID.randomUUID().toString();
        Map<String, Object> own = Map.of("bootstrap.servers", suite.bootstrapServers(), "acks", "all");
        try (KafkaProducer<byte[], byte[]> producer = producer(own)) {
            producer.send(new ProducerRecord<>(topic.topicName(), text.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
        return text;
    }

    private static void write(Map<String, Object> more) throws Exception {
        Map<String, Object> settings = login(Agency.RRA);
        settings.putAll(more);
        try (KafkaProducer<byte[], byte[]> producer = producer(settings)) {
            producer.send(new ProducerRecord<>(Topics.GOV_RRA_RECEIPTS.topicName(), new byte[] {1}))
                    .get();
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Set<String> listTopics(Agency agency) {
        try (Admin admin = Admin.create(login(agency))) {
            return admin.listTopics().names().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> readUntil(Agency agency, Topics topic, String wanted) {
        Set<String> heard = new HashSet<>();
        try (var consumer = consumer(login(agency), agency.groupPrefix() + UUID.randomUUID())) {
            consumer.subscribe(List.of(topic.topicName()));
            Awaitility.await().atMost(PATIENCE).until(() -> {
                heard.addAll(texts(consumer.poll(Duration.ofMillis(200))));
                return heard.contains(wanted);
            });
        }
        return heard;
    }

    private static List<String> texts(ConsumerRecords<byte[], byte[]> records) {
        List<String> texts = new ArrayList<>();
        records.forEach(record -> texts.add(new String(record.value(), StandardCharsets.UTF_8)));
        return texts;
    }

    private static void poll(Map<String, Object> settings, String group, Topics topic) {
        poll(settings, group, topic.topicName());
    }

    /** Polls until the broker says no; what it never refuses ends without an error, and the test fails. */
    private static void poll(Map<String, Object> settings, String group, String topic) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer = consumer(settings, group)) {
            consumer.subscribe(List.of(topic));
            while (System.nanoTime() < deadline && consumer.assignment().isEmpty()) {
                consumer.poll(Duration.ofMillis(200));
            }
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings, String group) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("group.id", group);
        all.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Map<String, Object> login(Agency agency) {
        return login(agency.account(), password(agency));
    }

    private static Map<String, Object> login(String account, String password) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", parts.kafka().agenciesBootstrapServers());
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + account
                        + "\" password=\"" + password + "\";");
        return settings;
    }
}
