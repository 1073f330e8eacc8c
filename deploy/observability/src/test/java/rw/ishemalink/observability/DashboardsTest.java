package rw.ishemalink.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dashboards are what Grafana reads, each with a name of its own and a question in every panel. */
class DashboardsTest {

    @Test
    void every_dashboard_can_be_told_from_the_others() {
        List<JsonNode> all = dashboards();
        assertThat(all).hasSizeGreaterThanOrEqualTo(6);
        assertThat(all.stream().map(one -> one.path("uid").asText()))
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.startsWith("ishema-"));
        assertThat(all.stream().map(one -> one.path("title").asText())).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(one -> {
            assertThat(one.path("timezone").asText()).isEqualTo("Africa/Kigali");
            assertThat(one.at("/templating/list/0/type").asText()).isEqualTo("datasource");
        });
    }

    @Test
    void every_panel_has_a_title_a_place_and_asks_the_chosen_source() {
        assertThat(dashboards()).allSatisfy(dashboard -> {
            assertThat(dashboard.path("panels").findValuesAsText("id")).doesNotHaveDuplicates();
            assertThat(dashboard.path("panels").valueStream()).allSatisfy(panel -> {
                assertThat(panel.path("title").asText()).isNotBlank();
                JsonNode place = panel.path("gridPos");
                assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
                if (!panel.path("type").asText().equals("row")) {
                    assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
                    assertThat(panel.path("targets").findValuesAsText("expr")).isNotEmpty();
                }
            });
        });
    }

    @Test
    void no_two_panels_lie_on_each_other() {
        assertThat(dashboards()).allSatisfy(dashboard -> {
            List<JsonNode> places = dashboard.path("panels").findValues("gridPos");
            for (int i = 0; i < places.size(); i++) {
                for (JsonNode other : places.subList(i + 1, places.size())) {
                    assertThat(overlap(places.get(i), other))
                            .as("%s", dashboard.path("title"))
                            .isFalse();
                }
            }
        });
    }

    private static boolean overlap(JsonNode a, JsonNode b) {
        return meet(a, b, "x", "w") && meet(a, b, "y", "h");
    }

    private static boolean meet(JsonNode a, JsonNode b, String from, String size) {
        int beginA = a.path(from).asInt();
        int beginB = b.path(from).asInt();
        return beginA < beginB + b.path(size).asInt()
                && beginB < beginA + a.path(size).asInt();
    }

    private static List<JsonNode> dashboards() {
        return Watched.files(".dashboard.json").stream().map(Watched::read).toList();
    }
}
