package rw.ishemalink.kubernetes;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every pod that we describe, in every overlay. */
class WorkloadRulesTest {

    private static final Path CHECKOUT = Path.of("../..");
    private static final String RUNS = "ishemalink.rw/runs";

    static Stream<String> overlays() {
        return Overlays.list();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_image_says_which_version_it_is_and_none_is_the_latest(String overlay) {
        assertThat(containers(overlay)).isNotEmpty().allSatisfy(container -> {
            String image = container.path("image").asText();
            assertThat(image).matches("[a-z0-9./-]+:[0-9][A-Za-z0-9.-]*").doesNotEndWith(":latest");
            assertThat(container.path("imagePullPolicy").asText()).isEqualTo("IfNotPresent");
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_container_has_requests_and_limits_and_more_memory_than_heap(String overlay) {
        assertThat(containers(overlay)).allSatisfy(container -> {
            for (String share : List.of("requests", "limits")) {
                for (String of : List.of("cpu", "memory")) {
                    assertThat(container.at("/resources/" + share + "/" + of).asText())
                            .as("%s %s of %s", share, of, container.path("name"))
                            .isNotBlank();
                }
            }
            findEnvironment(container, "ISHEMA_HEAP_MEGABYTES").ifPresent(heap -> assertThat(
                            mebibytes(container.at("/resources/limits/memory").asText()))
                    .isGreaterThanOrEqualTo(2 * Long.parseLong(heap)));
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void nobody_is_root_writes_to_its_own_program_or_holds_a_token_of_the_cluster(String overlay) {
        assertThat(workloads(overlay)).allSatisfy(workload -> {
            assertThat(workload.pod().path("automountServiceAccountToken").asBoolean(true))
                    .as("%s", workload)
                    .isFalse();
            assertThat(workload.pod().path("serviceAccountName").asText()).isNotIn("", "default");
            assertThat(workload.pod().at("/securityContext/runAsNonRoot").asBoolean())
                    .isTrue();
            assertThat(workload.containers()).allSatisfy(container -> {
                JsonNode rights = container.path("securityContext");
                assertThat(rights.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(rights.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(rights.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
            });
        });
        assertThat(Overlays.render(overlay).stream().filter(one -> one.is("ServiceAccount")))
                .allSatisfy(account -> assertThat(account.node()
                                .path("automountServiceAccountToken")
                                .asBoolean(true))
                        .isFalse());
    }

    /** Paths and ports as the services themselves have them: Quarkus' default paths, and quarkus.http.port. */
    @ParameterizedTest
    @MethodSource("overlays")
    void probes_ask_a_service_where_it_answers(String overlay) {
        List<Manifest> services = workloads(overlay).stream()
                .filter(one -> one.podLabels().containsKey(RUNS))
                .toList();
        assertThat(services.stream().map(Manifest::name).collect(toSet())).isEqualTo(services());
        assertThat(services).allSatisfy(service -> {
            JsonNode container = service.containers().findFirst().orElseThrow();
            assertThat(container.at("/ports/0/containerPort").asText())
                    .isEqualTo(settings(service.name()).getProperty("quarkus.http.port"));
            assertThat(container.at("/ports/0/name").asText()).isEqualTo("http");
            assertThat(settings(service.name()).stringPropertyNames())
                    .doesNotContain(
                            "quarkus.smallrye-health.root-path",
                            "quarkus.http.root-path",
                            "quarkus.http.non-application-root-path");
            for (String probe : List.of("started", "live", "ready")) {
                String field = probe.equals("started") ? "startup" : probe.equals("live") ? "liveness" : "readiness";
                JsonNode get = container.at("/" + field + "Probe/httpGet");
                assertThat(get.path("path").asText()).isEqualTo("/q/health/" + probe);
                assertThat(get.path("port").asText()).isEqualTo("http");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void who_keeps_stores_has_a_name_and_a_disc_that_a_restart_keeps(String overlay) {
        List<Manifest> keepers = Overlays.render(overlay).stream()
                .filter(one -> one.is("StatefulSet"))
                .toList();
        assertThat(keepers.stream().map(Manifest::name))
                .containsExactlyInAnyOrder("analytics-streams", "tracking-service");
        assertThat(keepers).allSatisfy(keeper -> {
            assertThat(keeper.node()
                            .at("/spec/volumeClaimTemplates/0/metadata/name")
                            .asText())
                    .isEqualTo("state");
            JsonNode container = keeper.containers().findFirst().orElseThrow();
            assertThat(container
                            .path("env")
                            .valueStream()
                            .filter(variable -> variable.path("name").asText().equals("ISHEMA_INSTANCE"))
                            .map(variable ->
                                    variable.at("/valueFrom/fieldRef/fieldPath").asText()))
                    .containsExactly("metadata.name");
            assertThat(findEnvironment(container, "ISHEMA_STATE_DIR")).contains("/state");
            assertThat(container.path("volumeMounts").findValuesAsText("mountPath"))
                    .contains("/state");
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void a_machine_that_is_emptied_takes_one_instance_of_a_service_at_a_time(String overlay) {
        Set<String> guarded = Overlays.render(overlay).stream()
                .filter(one -> one.is("PodDisruptionBudget"))
                .map(one -> one.node()
                        .at("/spec/selector/matchLabels/app.kubernetes.io~1name")
                        .asText())
                .collect(toSet());
        assertThat(guarded).containsAll(services()).contains("registry");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void no_secret_lies_in_the_files(String overlay) {
        List<Manifest> all = Overlays.render(overlay);
        assertThat(all.stream().filter(one -> one.is("Secret"))).isEmpty();
        assertThat(containers(overlay)).allSatisfy(container -> assertThat(container
                        .path("env")
                        .valueStream()
                        .filter(variable -> variable.has("value"))
                        .map(variable -> variable.path("name").asText()))
                .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|KEYS?|TOKEN|PIN)$")));
        assertThat(all.stream()
                        .filter(one -> one.is("ConfigMap"))
                        .flatMap(one -> one.node().path("data").propertyStream())
                        .map(Map.Entry::getKey))
                .noneMatch(name -> name.matches(".*(PASSWORD|SECRET|KEYS?|TOKEN|PIN)$"));
    }

    private static List<Manifest> workloads(String overlay) {
        return Overlays.render(overlay).stream().filter(Manifest::isWorkload).toList();
    }

    private static List<JsonNode> containers(String overlay) {
        return workloads(overlay).stream().flatMap(Manifest::containers).toList();
    }

    private static Optional<String> findEnvironment(JsonNode container, String name) {
        return container
                .path("env")
                .valueStream()
                .filter(variable -> variable.path("name").asText().equals(name))
                .map(variable -> variable.path("value").asText())
                .findFirst();
    }

    private static long mebibytes(String memory) {
        long number = Long.parseLong(memory.replaceAll("\\D", ""));
        return memory.endsWith("Gi") ? number * 1024 : number;
    }

    /** Every module with an HTTP port of its own, but the simulators, which are no part of production. */
    private static Set<String> services() {
        try (Stream<Path> modules = Files.list(CHECKOUT)) {
            return modules.filter(module -> Files.exists(module.resolve("src/main/resources/application.properties")))
                    .map(module -> module.getFileName().toString())
                    .filter(module -> !module.equals("simulators"))
                    .collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties settings(String service) {
        Properties settings = new Properties();
        Path file = CHECKOUT.resolve(service).resolve("src/main/resources/application.properties");
        try (var reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }
}
