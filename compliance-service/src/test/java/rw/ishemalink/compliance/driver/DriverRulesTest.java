package rw.ishemalink.compliance.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.dispatch.Rule;
import rw.ishemalink.compliance.dispatch.RulesV2;

class DriverRulesTest {

    @Test
    void what_is_not_asked_of_a_driver_are_rules_that_there_are() {
        assertThat(ids(RulesV2.RULES)).containsAll(DriverRules.OF_A_BOOKING);
    }

    @Test
    void the_documentation_names_what_is_asked_and_no_more() throws Exception {
        String asked = Files.readString(Path.of("../docs/drivers.md"))
                .lines()
                .filter(line -> line.startsWith("| asked |"))
                .findFirst()
                .orElseThrow();

        assertThat(ids(RulesV2.RULES))
                .allMatch(rule -> asked.contains("`" + rule + "`") != DriverRules.OF_A_BOOKING.contains(rule));
    }

    private static List<String> ids(List<Rule> rules) {
        return rules.stream().map(Rule::id).toList();
    }
}
