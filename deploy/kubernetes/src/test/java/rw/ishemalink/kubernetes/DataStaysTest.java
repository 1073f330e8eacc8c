package rw.ishemalink.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data stays in its country (CO-14 to CO-16), and can be had again there. */
class DataStaysTest {

    static Stream<String> overlays() {
        return Overlays.list();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void only_summaries_are_copied_between_countries(String overlay) {
        assertThat(Overlays.render(overlay).stream()
                        .filter(one -> one.is("KafkaMirrorMaker2"))
                        .flatMap(one -> one.node().path("spec").path("mirrors").valueStream()))
                .allSatisfy(mirror -> {
                    assertThat(mirror.path("topicsPattern").asText()).isEqualTo("analytics\\.summary");
                    assertThat(mirror.path("groupsPattern").asText("-")).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwanda-primary", "rwanda-secondary", "rwanda-secondary-active"})
    void backups_lie_in_the_country_under_seal_for_thirty_days(String overlay) {
        List<Manifest> all = Overlays.render(overlay);
        List<JsonNode> stores = all.stream()
                .filter(one -> one.is("ObjectStore"))
                .map(Manifest::node)
                .toList();
        assertThat(stores).isNotEmpty().allSatisfy(store -> assertThat(
                        store.at("/spec/configuration/endpointURL").asText())
                .startsWith("https://")
                .endsWith(".ishemalink.rw"));
        assertThat(stores.stream()
                        .filter(store -> store.at("/metadata/name").asText().equals("backups")))
                .singleElement()
                .satisfies(store -> {
                    assertThat(store.at("/spec/retentionPolicy").asText()).isEqualTo("30d");
                    assertThat(store.at("/spec/configuration/wal/encryption").asText())
                            .isEqualTo("AES256");
                    assertThat(store.at("/spec/configuration/data/encryption").asText())
                            .isEqualTo("AES256");
                });
        assertThat(names(all, "ScheduledBackup"))
                .isEqualTo(names(all, "Cluster"))
                .isNotEmpty();
        assertThat(all.stream().filter(one -> one.is("Cluster"))).allSatisfy(cluster -> assertThat(
                        cluster.node().at("/spec/plugins/0/isWALArchiver").asBoolean())
                .isTrue());
    }

    @Test
    void the_site_that_waits_follows_and_runs_nothing() {
        List<Manifest> waiting = Overlays.render("rwanda-secondary");
        assertThat(waiting.stream().filter(one -> one.is("Cluster")))
                .isNotEmpty()
                .allSatisfy(cluster -> assertThat(
                                cluster.node().at("/spec/replica/enabled").asBoolean())
                        .isTrue());
        assertThat(waiting.stream().filter(Manifest::isWorkload).filter(one -> one.podLabels()
                        .containsKey("ishemalink.rw/runs")))
                .isNotEmpty()
                .allSatisfy(one ->
                        assertThat(one.node().at("/spec/replicas").asInt(-1)).isZero());
    }

    @Test
    void the_site_that_takes_over_leads_what_it_followed() {
        assertThat(Overlays.render("rwanda-secondary-active").stream().filter(one -> one.is("Cluster")))
                .isNotEmpty()
                .allSatisfy(cluster -> {
                    assertThat(cluster.node().at("/spec/replica/enabled").asBoolean(true))
                            .isFalse();
                    assertThat(cluster.node()
                                    .at("/spec/externalClusters/0/plugin/parameters/serverName")
                                    .asText())
                            .isEqualTo(cluster.name());
                });
    }

    private static List<String> names(List<Manifest> all, String kind) {
        return all.stream()
                .filter(one -> one.is(kind))
                .map(Manifest::name)
                .sorted()
                .toList();
    }
}
