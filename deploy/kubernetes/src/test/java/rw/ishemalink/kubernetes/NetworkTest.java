package rw.ishemalink.kubernetes;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody talks to anybody unless both ends are allowed to, on a port on which somebody listens. */
class NetworkTest {

    private static final String NAME = "app.kubernetes.io/name";

    static Stream<String> overlays() {
        return Overlays.list();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void every_namespace_begins_with_nothing_allowed(String overlay) {
        List<Manifest> all = Overlays.render(overlay);
        Set<String> namespaces = all.stream()
                .filter(one -> !one.is("Namespace"))
                .map(one -> one.node().at("/metadata/namespace").asText())
                .collect(toSet());
        assertThat(namespaces).containsExactly("ishemalink");
        assertThat(policies(all).filter(one -> one.name().equals("default-deny")))
                .singleElement()
                .satisfies(deny -> {
                    assertThat(deny.node().at("/spec/podSelector")).isEmpty();
                    assertThat(deny.node().at("/spec/policyTypes")).hasSize(2);
                    assertThat(deny.node().path("spec").has("ingress")).isFalse();
                    assertThat(deny.node().path("spec").has("egress")).isFalse();
                });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void a_service_is_allowed_in_on_the_port_on_which_it_listens(String overlay) {
        List<Manifest> all = Overlays.render(overlay);
        assertThat(policies(all).filter(one -> findWorkload(all, one).isPresent()))
                .isNotEmpty()
                .allSatisfy(policy -> {
                    Manifest workload = findWorkload(all, policy).orElseThrow();
                    Set<String> listens = workload.containers()
                            .flatMap(container -> container.path("ports").valueStream())
                            .map(port -> port.path("containerPort").asText())
                            .collect(toSet());
                    assertThat(ports(policy, "ingress")).as("%s", policy).isSubsetOf(listens);
                });
    }

    /** A way out that leads to a door that is shut, or the other way round, is a slip. */
    @ParameterizedTest
    @MethodSource("overlays")
    void between_services_both_ends_allow_the_same(String overlay) {
        List<Manifest> all = Overlays.render(overlay);
        assertThat(edges(all, "egress"))
                .isNotEmpty()
                .isEqualTo(edges(all, "ingress"))
                .contains("gateway → booking-service:8082", "notification-service → gateway:8080");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void a_services_port_leads_to_its_pods_and_a_door_route_to_a_service(String overlay) {
        List<Manifest> all = Overlays.render(overlay);
        Map<String, Manifest> services =
                all.stream().filter(one -> one.is("Service")).collect(toMap(Manifest::name, one -> one));
        assertThat(services.values()).allSatisfy(service -> assertThat(all.stream()
                        .filter(Manifest::isWorkload)
                        .filter(one -> one.podLabels()
                                .entrySet()
                                .containsAll(Manifest.texts(service.node().at("/spec/selector"))
                                        .entrySet()))
                        .flatMap(Manifest::containers)
                        .flatMap(container -> container.path("ports").valueStream())
                        .map(port -> port.path("name").asText()))
                .as("%s", service)
                .containsAll(service.node().at("/spec/ports").findValuesAsText("targetPort")));
        all.stream()
                .filter(one -> one.is("HTTPRoute"))
                .flatMap(one -> one.node().at("/spec/rules").findValues("backendRefs").stream())
                .flatMap(JsonNode::valueStream)
                .forEach(backend -> assertThat(services.values().stream()
                                .filter(service -> service.name()
                                        .equals(backend.path("name").asText()))
                                .flatMap(service -> service.node().at("/spec/ports").findValuesAsText("port").stream()))
                        .contains(backend.path("port").asText()));
    }

    private static Stream<Manifest> policies(List<Manifest> all) {
        return all.stream().filter(one -> one.is("NetworkPolicy"));
    }

    private static Optional<Manifest> findWorkload(List<Manifest> all, Manifest policy) {
        String name = policy.node()
                .at("/spec/podSelector/matchLabels/app.kubernetes.io~1name")
                .asText("-");
        return all.stream()
                .filter(Manifest::isWorkload)
                .filter(one -> name.equals(one.podLabels().get(NAME)))
                .findFirst();
    }

    private static Set<String> ports(Manifest policy, String direction) {
        return policy.node()
                .at("/spec/" + direction)
                .valueStream()
                .flatMap(rule -> rule.path("ports").valueStream())
                .map(port -> port.path("port").asText())
                .collect(toSet());
    }

    /** From whom to whom on which port, as one of the two directions has it; only between workloads of ours. */
    private static Set<String> edges(List<Manifest> all, String direction) {
        Set<String> edges = new TreeSet<>();
        policies(all).filter(one -> findWorkload(all, one).isPresent()).forEach(policy -> {
            String here = findWorkload(all, policy).orElseThrow().podLabels().getOrDefault(NAME, "");
            for (JsonNode rule : policy.node().at("/spec/" + direction)) {
                for (JsonNode peer : rule.path(direction.equals("egress") ? "to" : "from")) {
                    for (String there : names(all, peer.at("/podSelector/matchLabels"))) {
                        rule.path("ports")
                                .forEach(port -> edges.add(
                                        direction.equals("egress")
                                                ? here + " → " + there + ":"
                                                        + port.path("port").asText()
                                                : there + " → " + here + ":"
                                                        + port.path("port").asText()));
                    }
                }
            }
        });
        return edges;
    }

    private static Set<String> names(List<Manifest> all, JsonNode labels) {
        return labels.isMissingNode()
                ? Set.of()
                : all.stream()
                        .filter(Manifest::isWorkload)
                        .filter(one -> one.podLabels()
                                .entrySet()
                                .containsAll(Manifest.texts(labels).entrySet()))
                        .map(one -> one.podLabels().getOrDefault(NAME, ""))
                        .collect(toSet());
    }
}
