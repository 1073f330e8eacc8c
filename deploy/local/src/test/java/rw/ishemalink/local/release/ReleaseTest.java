package rw.ishemalink.local.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.parts.PartsRequest;
import rw.ishemalink.local.parts.SuiteParts;
import rw.ishemalink.local.release.Release.Step;
import rw.ishemalink.schemas.Agency;
import rw.ishemalink.schemas.Topics;

class ReleaseTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void no_step_named_is_every_step() {
        assertThat(Release.steps(List.of())).isEqualTo(EnumSet.allOf(Step.class));
        assertThat(Release.steps(List.of("contracts", "topics"))).containsExactly(Step.TOPICS, Step.CONTRACTS);
    }

    @Test
    void an_unknown_step_is_told_with_those_that_there_are() {
        assertThatThrownBy(() -> Release.steps(List.of("tables")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no step is named tables; there are topics, agencies, contracts");
    }

    @Test
    void a_rewind_without_a_moment_says_how_one_looks() {
        assertThatThrownBy(() -> Release.moment(List.of("rewind")))
                .hasMessage("rewind needs the moment of which the databases are, e.g. 2026-11-23T04:00:00Z");
        assertThatThrownBy(() -> Release.moment(List.of("rewind", "yesterday")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Release.moment(List.of("rewind", "2026-11-23T04:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-23T04:00:00Z"));
    }

    @Test
    void a_missing_address_is_named() {
        assertThatThrownBy(() -> release(Map.of()).run(EnumSet.of(Step.CONTRACTS)))
                .hasMessage("the environment says no ISHEMA_REGISTRY_URL");
    }

    @Test
    void a_second_release_finds_everything_as_the_first_left_it() throws Exception {
        try (SuiteParts parts = SuiteParts.start(PartsRequest.withRegistry())) {
            Map<String, String> environment = environment(parts);

            release(environment).run(EnumSet.allOf(Step.class));
            release(environment).run(EnumSet.allOf(Step.class));

            assertThat(said.toString(StandardCharsets.UTF_8).lines())
                    .hasSize(2 * Step.values().length)
                    .last()
                    .isEqualTo("release: contracts are as declared");
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", parts.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get())
                        .containsAll(Arrays.stream(Topics.values())
                                .map(Topics::topicName)
                                .toList());
                hearsAgain(parts, admin, environment);
            }
        }
    }

    /** After a restore: a service heard three events, and its database may not know two of them. */
    private void hearsAgain(SuiteParts parts, Admin admin, Map<String, String> environment) throws Exception {
        TopicPartition partition = new TopicPartition(Topics.BOOKING_EVENTS.topicName(), 0);
        Instant restoredTo = Clock.systemUTC().instant().minus(Duration.ofHours(1));
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", parts.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int minutes : List.of(-60, -1, 1)) {
                long at = restoredTo.plus(Duration.ofMinutes(minutes)).toEpochMilli();
                producer.send(new ProducerRecord<>(partition.topic(), 0, at, null, new byte[] {1}))
                        .get();
            }
        }
        admin.alterConsumerGroupOffsets("compliance-service", Map.of(partition, new OffsetAndMetadata(3)))
                .all()
                .get();

        release(environment).rewind(restoredTo);

        assertThat(said.toString(StandardCharsets.UTF_8)).endsWith("release: services will hear 2 events again\n");
    }

    private static Map<String, String> environment(SuiteParts parts) {
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", parts.bootstrapServers());
        environment.put("ISHEMA_REGISTRY_URL", parts.registryUrl().toString());
        Arrays.stream(Agency.values())
                .forEach(agency -> environment.put("ISHEMA_AGENCY_" + agency.name() + "_PASSWORD", "a password"));
        return environment;
    }

    private Release release(Map<String, String> environment) {
        return new Release(environment, new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
