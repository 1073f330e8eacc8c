package rw.ishemalink.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts and dashboard are what Prometheus and Grafana read, and name metrics that exist. */
class ObservabilityTest {

    private static final Path FOLDER = Path.of("../deploy/observability");
    private static final Pattern METRIC = Pattern.compile("[a-z]+(?:_[a-z]+)+");

    @Test
    void every_alert_has_an_expression_a_severity_and_words() throws IOException {
        assertThat(allRules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.path("alert").asText()).isNotBlank();
            assertThat(rule.path("expr").asText()).isNotBlank();
            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(rule.at("/annotations/description").asText()).isNotBlank();
        });
    }

    @Test
    void one_violation_is_enough_for_an_alert_and_so_is_silence() throws IOException {
        assertThat(rules("law-of-dispatch").findValuesAsText("expr"))
                .contains(
                        "sum by (tenant, rule) (law_of_dispatch_violations) > 0", "absent(law_of_dispatch_violations)");
    }

    @Test
    void the_dashboard_shows_the_number_that_must_be_0() throws IOException {
        JsonNode dashboard = dashboard("law-of-dispatch");
        assertThat(dashboard.path("panels").findValuesAsText("expr")).contains("sum(law_of_dispatch_violations)");
        assertThat(dashboard.path("panels").findValuesAsText("title")).contains("Violations (must be 0)");
    }

    @Test
    void every_metric_that_is_named_is_one_that_a_service_registers() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String expression : allExpressions()) {
            Matcher metric = METRIC.matcher(expression);
            while (metric.find()) {
                named.add(metric.group());
            }
        }
        assertThat(named)
                .contains("law_of_dispatch_violations", "ishema_analytics_today_payments_failed")
                .allSatisfy(metric -> assertThat(isRegistered(metric.replace('_', '.')))
                        .as(metric)
                        .isTrue());
    }

    private static boolean isRegistered(String meter) throws IOException {
        for (String module : List.of("analytics-streams", "compliance-service")) {
            try (Stream<Path> sources = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path source : sources.filter(path -> path.toString().endsWith(".java"))
                        .toList()) {
                    if (Files.readString(source).contains('"' + meter + '"')) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<JsonNode> allRules() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        rules("law-of-dispatch").forEach(all::add);
        rules("analytics").forEach(all::add);
        return all;
    }

    private static List<String> allExpressions() throws IOException {
        List<String> all = new ArrayList<>();
        for (String of : List.of("law-of-dispatch", "analytics")) {
            all.addAll(rules(of).findValuesAsText("expr"));
            all.addAll(dashboard(of).findValuesAsText("expr"));
        }
        return all;
    }

    private static JsonNode rules(String of) throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(FOLDER.resolve(of + ".rules.yml").toFile())
                .path("groups")
                .path(0)
                .path("rules");
    }

    private static JsonNode dashboard(String of) throws IOException {
        return new ObjectMapper()
                .readTree(FOLDER.resolve(of + ".dashboard.json").toFile());
    }
}
