package rw.ishemalink.compliance.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static rw.ishemalink.compliance.dispatch.Outcome.MET;
import static rw.ishemalink.compliance.dispatch.Outcome.UNKNOWN;
import static rw.ishemalink.compliance.dispatch.Outcome.UNMET;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rw.ishemalink.compliance.dispatch.Decision.Verdict;
import rw.ishemalink.compliance.dispatch.api.RuleTexts;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.Licence.Status;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NotOnRecord;
import rw.ishemalink.compliance.licence.LicenceKind;

class RulesV2Test {

    private static final LocalDate TODAY = Papers.TODAY;

    @Test
    void when_everything_is_in_order_every_rule_is_met_and_the_dispatch_cleared() {
        List<RuleResult> results = RulesV2.SET.apply(new Papers().facts());

        assertThat(results).hasSameSizeAs(RulesV2.RULES).allMatch(result -> result.outcome() == MET);
        assertThat(Verdict.of(results)).isEqualTo(Verdict.CLEARED);
    }

    @ParameterizedTest(name = "{0} is {2}: {1}")
    @MethodSource
    void one_fact_decides_one_rule(String ruleId, String story, Outcome expected, Papers papers) {
        assertThat(RulesV2.SET.apply(papers.facts()))
                .filteredOn(result -> result.outcome() != MET)
                .extracting(RuleResult::ruleId, RuleResult::outcome)
                .containsExactlyElementsOf(expected == MET ? List.of() : List.of(tuple(ruleId, expected)));
    }

    static Stream<Arguments> one_fact_decides_one_rule() {
        LocalDate halfYearAgo = TODAY.minusMonths(6);
        return Stream.of(
                row("RNP-DRIVING-LICENCE-ON-RECORD", "suspended", UNMET, driving(Status.SUSPENDED, TODAY, "C")),
                row("RNP-DRIVING-LICENCE-ON-RECORD", "ended", UNMET, driving(Status.VALID, TODAY.minusDays(1), "C")),
                row("RNP-DRIVING-LICENCE-ON-RECORD", "last day", MET, driving(Status.VALID, TODAY, "C")),
                row("RNP-DRIVING-CATEGORY-ON-RECORD", "car only", UNMET, driving(Status.VALID, TODAY, "B")),
                row("RNP-DRIVING-CATEGORY-ON-RECORD", "none said", UNMET, driving(Status.VALID, TODAY)),
                row("RNP-TECHNICAL-INSPECTION", "none", UNMET, inspection(new NotOnRecord())),
                row("RNP-TECHNICAL-INSPECTION", "no answer", UNKNOWN, inspection(new NoAnswer())),
                row("RNP-TECHNICAL-INSPECTION", "6 months ago", MET, inspected(halfYearAgo)),
                row("RNP-TECHNICAL-INSPECTION", "a day longer ago", UNMET, inspected(halfYearAgo.minusDays(1))),
                row("RNP-TECHNICAL-INSPECTION", "of no day", UNMET, inspection(Papers.valid(TODAY))),
                row(
                        "RNP-TECHNICAL-INSPECTION",
                        "not asked of a car",
                        MET,
                        new Papers()
                                .vehicle(VehicleKind.CAR)
                                .with(LicenceKind.DRIVING_LICENCE, Papers.driving("B"))
                                .with(LicenceKind.VEHICLE_INSPECTION, new NotOnRecord())),
                row("VEHICLE-INSURANCE", "none", UNMET, insurance(new NotOnRecord())),
                row("VEHICLE-INSURANCE", "no answer", UNKNOWN, insurance(new NoAnswer())),
                row("VEHICLE-INSURANCE", "of another vehicle", UNMET, insurance(Papers.of("RAB 124 C"))),
                row("RURA-VEHICLE-OPERATOR", "another's", UNMET, vehicle(Papers.authorised("100000009", null))),
                row("RURA-VEHICLE-OPERATOR", "its own", MET, vehicle(Papers.authorised("100000001", null))),
                row(
                        "RURA-VEHICLE-ZONE",
                        "abroad",
                        UNMET,
                        vehicle(Papers.authorised(null, "NATIONAL")).abroad()),
                row("RURA-VEHICLE-ZONE", "at home", MET, vehicle(Papers.authorised(null, "national"))),
                row(
                        "RURA-VEHICLE-ZONE",
                        "abroad allowed",
                        MET,
                        vehicle(Papers.authorised(null, "CROSS_BORDER")).abroad()),
                row("RURA-VEHICLE-ZONE", "in other words", UNKNOWN, vehicle(Papers.authorised(null, "Kigali city"))));
    }

    @Test
    void it_lasts_as_long_as_what_ends_first() {
        LocalDate inspectedOn = TODAY.minusMonths(3);

        assertThat(RulesV2.SET.findLastDay(inspected(inspectedOn).facts())).contains(inspectedOn.plusMonths(6));
        assertThat(RulesV2.SET.findLastDay(insurance(Papers.valid(TODAY)).facts()))
                .contains(TODAY);
        assertThat(RulesV1.SET.findLastDay(insurance(Papers.valid(TODAY)).facts()))
                .as("what was not checked does not count")
                .contains(Papers.LATER);
    }

    @Test
    void the_set_in_force_on_the_day_decides() {
        RuleBook book = new RuleBook(Map.of(RulesV2.SET, LocalDate.of(2027, 1, 1)));

        assertThat(book.on(LocalDate.of(2026, 12, 31))).isEqualTo(RulesV1.SET);
        assertThat(book.on(LocalDate.of(2027, 1, 1))).isEqualTo(RulesV2.SET);
    }

    @Test
    void a_later_set_keeps_every_rule_of_the_one_before() {
        assertThat(RulesV2.RULES).startsWith(RulesV1.RULES.toArray(Rule[]::new));
        assertThat(RulesV2.RULES).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(RulesV2.SET.asks()).containsExactlyInAnyOrder(LicenceKind.values());
    }

    @Test
    void every_rule_can_be_read_in_three_languages() {
        Set<String> ids = RulesV2.RULES.stream().map(Rule::id).collect(Collectors.toSet());
        for (Locale language : List.of(Locale.FRENCH, Locale.of("rw"))) {
            assertThat(ids).allMatch(id -> RuleTexts.find(id, language)
                    .filter(text -> !text.isBlank())
                    .isPresent());
        }
        assertThat(RuleTexts.find("RRA-FISCAL-RECEIPT", Locale.ENGLISH)).isEmpty();
    }

    private static Papers driving(Status status, LocalDate until, String... categories) {
        return new Papers()
                .with(
                        LicenceKind.DRIVING_LICENCE,
                        new LicenceAnswer.OnRecord(
                                new Licence("DL-1", status, until, null, null, null, null, null, List.of(categories))));
    }

    private static Papers inspection(LicenceAnswer answer) {
        return new Papers().with(LicenceKind.VEHICLE_INSPECTION, answer);
    }

    private static Papers inspected(LocalDate day) {
        return inspection(Papers.inspectedOn(day));
    }

    private static Papers insurance(LicenceAnswer answer) {
        return new Papers().with(LicenceKind.INSURANCE, answer);
    }

    private static Papers vehicle(LicenceAnswer answer) {
        return new Papers().with(LicenceKind.VEHICLE_AUTHORISATION, answer);
    }

    private static Arguments row(String ruleId, String story, Outcome expected, Papers papers) {
        return Arguments.of(ruleId, story, expected, papers);
    }
}
