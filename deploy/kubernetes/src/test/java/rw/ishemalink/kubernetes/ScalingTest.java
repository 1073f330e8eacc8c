package rw.ishemalink.kubernetes;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.schemas.Topics;

/** How the suite grows where it is scaled. */
class ScalingTest {

    @ParameterizedTest
    @ValueSource(strings = {"rwanda-primary", "rwanda-secondary-active", "region-template"})
    void how_many_instances_there_are_is_said_by_one_only(String overlay) {
        List<String> scaled = scalers(overlay)
                .map(one -> one.node().at("/spec/scaleTargetRef/name").asText())
                .toList();
        assertThat(scaled)
                .contains("gateway", "booking-service", "tracking-service")
                .doesNotHaveDuplicates();
        assertThat(Overlays.render(overlay).stream().filter(one -> one.is("Deployment", "StatefulSet")))
                .allSatisfy(one -> assertThat(one.node().path("spec").has("replicas"))
                        .as("%s", one)
                        .isNotEqualTo(scaled.contains(one.name())));
    }

    /** A share of what is requested can only be told where something is. */
    @ParameterizedTest
    @ValueSource(strings = {"rwanda-primary", "rwanda-secondary-active", "region-template"})
    void a_scaler_leads_to_a_workload_of_its_kind(String overlay) {
        Set<String> workloads = Overlays.render(overlay).stream()
                .filter(Manifest::isWorkload)
                .map(Manifest::toString)
                .collect(toSet());
        assertThat(scalers(overlay)).allSatisfy(one -> {
            JsonNode target = one.node().at("/spec/scaleTargetRef");
            assertThat(workloads)
                    .contains(target.path("kind").asText() + " "
                            + target.path("name").asText());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwanda-primary", "rwanda-secondary-active", "region-template"})
    void lag_is_that_of_a_group_that_reads_the_topic(String overlay) {
        List<JsonNode> triggers = scalers(overlay)
                .flatMap(one -> one.node().at("/spec/triggers").valueStream())
                .filter(trigger -> trigger.path("type").asText().equals("kafka"))
                .map(trigger -> trigger.path("metadata"))
                .toList();
        assertThat(triggers).hasSizeGreaterThan(5).allSatisfy(trigger -> {
            Topics topic = Topics.getByTopicName(trigger.path("topic").asText());
            String group = trigger.path("consumerGroup").asText();
            assertThat(KafkaRights.list().stream()
                            .filter(rights -> group.startsWith(rights.service())
                                    || rights.streams().contains(group))
                            .flatMap(rights -> rights.reads().stream()))
                    .contains(topic);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwanda-primary", "rwanda-secondary-active", "region-template"})
    void what_must_not_stop_has_three(String overlay) {
        Map<String, String> path =
                Map.of("Cluster", "/spec/instances", "KafkaNodePool", "/spec/replicas", "KafkaTopic", "/spec/replicas");
        assertThat(Overlays.render(overlay).stream().filter(one -> path.containsKey(one.kind())))
                .hasSizeGreaterThan(60)
                .allSatisfy(one -> assertThat(
                                one.node().at(path.getOrDefault(one.kind(), "")).asInt())
                        .as("%s", one)
                        .isEqualTo(3));
    }

    private static Stream<Manifest> scalers(String overlay) {
        return Overlays.render(overlay).stream().filter(one -> one.is("HorizontalPodAutoscaler", "ScaledObject"));
    }
}
