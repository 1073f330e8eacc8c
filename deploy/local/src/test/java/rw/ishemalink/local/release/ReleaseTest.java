package rw.ishemalink.local.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
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
            }
        }
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
