package rw.ishemalink.identity.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.identity.people.Language;

class RefusalTextsTest {

    /** What compliance-service asks of drivers (docs/drivers.md). */
    private static final List<String> RULES = List.of(
            "RNP-DRIVING-LICENCE-VALID",
            "RNP-DRIVING-CATEGORY",
            "RURA-DRIVER-AUTHORISATION",
            "RURA-VEHICLE-AUTHORISATION",
            "RURA-OPERATOR-LICENCE",
            "RNP-DRIVING-LICENCE-ON-RECORD",
            "RNP-DRIVING-CATEGORY-ON-RECORD",
            "RNP-TECHNICAL-INSPECTION",
            "VEHICLE-INSURANCE",
            "RURA-VEHICLE-OPERATOR");

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_rule_has_words_of_its_own_in_every_language(Language language) {
        Set<String> texts =
                RULES.stream().map(rule -> RefusalTexts.of(rule, language)).collect(Collectors.toSet());

        assertThat(texts).hasSameSizeAs(RULES).noneMatch(text -> text.contains("{") || text.contains("''"));
    }

    @Test
    void a_rule_that_is_not_known_yet_is_named() {
        assertThat(RefusalTexts.of("RNP-NEW-RULE", Language.FR)).isEqualTo("La règle RNP-NEW-RULE refuse.");
    }

    @Test
    void several_refusals_are_several_sentences() {
        assertThat(RefusalTexts.all(List.of("VEHICLE-INSURANCE", "RURA-OPERATOR-LICENCE"), Language.EN))
                .isEqualTo("The vehicle has no valid insurance. The operator has no valid licence.");
    }
}
