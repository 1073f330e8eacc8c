package rw.ishemalink.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every alert says what is the matter, how urgent it is and what to do; every one is tested. */
class AlertsTest {

    private static final Path RUNBOOK = Path.of("../../docs/operations/watching.md");

    @Test
    void every_alert_has_a_severity_words_and_a_runbook() throws IOException {
        String runbook = Files.readString(RUNBOOK);
        assertThat(Watched.alerts()).hasSizeGreaterThan(25).allSatisfy(alert -> {
            String name = alert.path("alert").asText();
            assertThat(name).matches("[A-Z][A-Za-z]+");
            assertThat(alert.path("expr").asText()).isNotBlank();
            assertThat(alert.at("/labels/severity").asText()).isIn("critical", "warning");
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.at("/annotations/description").asText()).isNotBlank();
            assertThat(alert.at("/annotations/runbook").asText())
                    .isEqualTo("docs/operations/watching.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(Pattern.compile("^#+ " + name + "$", Pattern.MULTILINE)
                            .matcher(runbook)
                            .find())
                    .as("docs/operations/watching.md says what to do about %s", name)
                    .isTrue();
        });
    }

    @Test
    void no_two_alerts_have_the_same_name() {
        assertThat(names()).doesNotHaveDuplicates();
    }

    @Test
    void what_operations_asked_for_is_there() {
        assertThat(names())
                .contains(
                        "ServerErrors",
                        "DatabaseDown",
                        "DiskFull",
                        "ConsumerBehind",
                        "OutboxWaits",
                        "DeadLetters",
                        "LedgerNotZero",
                        "LawOfDispatchBroken",
                        "BudgetBurnsFast",
                        "BudgetBurnsSlowly",
                        "BackupOld",
                        "LogicalCopyOld",
                        "ArchiveBehind");
    }

    @Test
    void prometheus_asks_every_service_and_reads_every_rule() {
        JsonNode prometheus = Watched.read(Path.of("prometheus.yml"));
        assertThat(prometheus.at("/rule_files/0").asText()).isEqualTo("*.rules.yml");
        assertThat(prometheus.findValuesAsText("service"))
                .contains(
                        "gateway",
                        "identity-service",
                        "booking-service",
                        "payment-service",
                        "compliance-service",
                        "tracking-service",
                        "notification-service",
                        "analytics-streams",
                        "archive");
    }

    @Test
    void both_severities_reach_somebody() {
        JsonNode alertmanager = Watched.read(Path.of("alertmanager.yml"));
        assertThat(alertmanager.findValue("receivers").findValuesAsText("name")).containsExactly("on-call", "channel");
        assertThat(alertmanager.at("/route/routes/0/matchers/0").asText()).isEqualTo("severity=\"critical\"");
        assertThat(alertmanager.at("/route/routes/0/receiver").asText()).isEqualTo("on-call");
        assertThat(alertmanager.at("/route/receiver").asText()).isEqualTo("channel");
    }

    @Test
    void an_alert_that_keeps_others_quiet_and_those_kept_quiet_exist() {
        Pattern name = Pattern.compile("[A-Z][A-Za-z]+");
        JsonNode alertmanager = Watched.read(Path.of("alertmanager.yml"));
        alertmanager.path("inhibit_rules").forEach(rule -> rule.elements()
                .forEachRemaining(matchers -> matchers.valueStream()
                        .map(JsonNode::asText)
                        .filter(matcher -> matcher.startsWith("alertname"))
                        .flatMap(matcher -> name.matcher(matcher).results())
                        .forEach(found -> assertThat(names()).contains(found.group()))));
    }

    private static List<String> names() {
        return Watched.alerts().stream()
                .map(alert -> alert.path("alert").asText())
                .toList();
    }
}
