package rw.ishemalink.compliance.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static rw.ishemalink.compliance.dispatch.Outcome.MET;
import static rw.ishemalink.compliance.dispatch.Outcome.UNKNOWN;
import static rw.ishemalink.compliance.dispatch.Outcome.UNMET;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import rw.ishemalink.compliance.dispatch.Decision.Verdict;
import rw.ishemalink.compliance.dispatch.DispatchFacts.ReceiptFact;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NotOnRecord;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;

class RulesV1Test {

    /** 23:30 on 20 November in London, 01:30 on 21 November in Kigali. */
    private static final Instant NOW = Instant.parse("2026-11-20T23:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final UUID VEHICLE = UUID.randomUUID();
    private static final String PLATE = "RAB 123 C";
    private static final LicenceAnswer VALID = licence(Licence.Status.VALID, TODAY, null);
    private static final ReceiptFact OFFICIAL = new ReceiptFact(false, NOW.minus(Duration.ofDays(30)));

    @Test
    void when_everything_is_in_order_every_rule_is_met_and_the_dispatch_cleared() {
        List<RuleResult> results = RulesV1.SET.apply(new Case().facts());

        assertThat(results).hasSameSizeAs(RulesV1.RULES).allMatch(result -> result.outcome() == MET);
        assertThat(Verdict.of(results)).isEqualTo(Verdict.CLEARED);
    }

    @ParameterizedTest(name = "{0} is {2}: {1}")
    @MethodSource
    void one_fact_decides_one_rule(String ruleId, String story, Outcome expected, Case facts) {
        List<RuleResult> results = RulesV1.SET.apply(facts.facts());

        assertThat(results)
                .filteredOn(result -> result.outcome() != MET)
                .extracting(RuleResult::ruleId, RuleResult::outcome)
                .containsExactlyElementsOf(expected == MET ? List.of() : List.of(tuple(ruleId, expected)));
        assertThat(Verdict.of(results))
                .isEqualTo(
                        switch (expected) {
                            case MET -> Verdict.CLEARED;
                            case UNMET -> Verdict.REFUSED;
                            case UNKNOWN -> Verdict.WAITING;
                        });
    }

    static Stream<Arguments> one_fact_decides_one_rule() {
        Instant dayAgo = NOW.minus(Duration.ofHours(24));
        return Stream.of(
                row("RRA-FISCAL-RECEIPT", "no receipt", UNMET, new Case().receipt(null)),
                row("RRA-LOCAL-SIGNATURE-FRESH", "24 h old", MET, new Case().receipt(local(dayAgo))),
                row("RRA-LOCAL-SIGNATURE-FRESH", "older", UNMET, new Case().receipt(local(dayAgo.minusMillis(1)))),
                row("FLEET-DRIVER-ACTIVE", "suspended", UNMET, new Case().active(false)),
                row("RNP-DRIVING-LICENCE-VALID", "last day", MET, new Case().drivingLicenceUntil(TODAY)),
                row("RNP-DRIVING-LICENCE-VALID", "ended", UNMET, new Case().drivingLicenceUntil(TODAY.minusDays(1))),
                row("RNP-DRIVING-CATEGORY", "car only", UNMET, new Case().categories("A", "B")),
                row("RNP-DRIVING-CATEGORY", "automatic truck", MET, new Case().categories("C AT")),
                row("RNP-DRIVING-CATEGORY", "other vehicle", UNKNOWN, new Case().vehicleOnRecord(UUID.randomUUID())),
                row("RURA-DRIVER-AUTHORISATION", "none", UNMET, new Case().driverAuthorisation(new NotOnRecord())),
                row("RURA-DRIVER-AUTHORISATION", "no answer", UNKNOWN, new Case().driverAuthorisation(new NoAnswer())),
                row(
                        "RURA-DRIVER-AUTHORISATION",
                        "ended",
                        UNMET,
                        new Case().driverAuthorisation(licence(Licence.Status.VALID, TODAY.minusDays(1), null))),
                row(
                        "RURA-DRIVER-AUTHORISATION",
                        "suspended",
                        UNMET,
                        new Case().driverAuthorisation(licence(Licence.Status.SUSPENDED, TODAY, null))),
                row(
                        "RURA-DRIVER-AUTHORISATION",
                        "for this vehicle, written otherwise",
                        MET,
                        new Case().driverAuthorisation(licence(Licence.Status.VALID, TODAY, "rab123c"))),
                row(
                        "RURA-DRIVER-AUTHORISATION",
                        "for another vehicle",
                        UNMET,
                        new Case().driverAuthorisation(licence(Licence.Status.VALID, TODAY, "RAB 124 C"))),
                row("RURA-VEHICLE-AUTHORISATION", "none", UNMET, new Case().vehicleAuthorisation(new NotOnRecord())),
                row(
                        "RURA-VEHICLE-AUTHORISATION",
                        "no answer",
                        UNKNOWN,
                        new Case().vehicleAuthorisation(new NoAnswer())),
                row(
                        "RURA-VEHICLE-AUTHORISATION",
                        "revoked",
                        UNMET,
                        new Case().vehicleAuthorisation(licence(Licence.Status.REVOKED, TODAY, null))),
                row("RURA-OPERATOR-LICENCE", "independent driver", MET, new Case().operator(null)),
                row("RURA-OPERATOR-LICENCE", "none", UNMET, new Case().operator(new NotOnRecord())),
                row("RURA-OPERATOR-LICENCE", "no answer", UNKNOWN, new Case().operator(new NoAnswer())));
    }

    @Test
    void a_driver_who_is_not_on_record_is_unknown_and_never_cleared() {
        List<RuleResult> results = RulesV1.SET.apply(new Case().notOnRecord().facts());

        assertThat(results)
                .filteredOn(result -> result.outcome() == UNKNOWN)
                .extracting(RuleResult::ruleId)
                .containsExactly("FLEET-DRIVER-ACTIVE", "RNP-DRIVING-LICENCE-VALID", "RNP-DRIVING-CATEGORY");
        assertThat(Verdict.of(results)).isEqualTo(Verdict.WAITING);
    }

    @Test
    void what_is_known_to_be_against_the_law_is_refused_without_waiting_for_the_rest() {
        Case facts = new Case().drivingLicenceUntil(TODAY.minusDays(1)).vehicleAuthorisation(new NoAnswer());

        assertThat(Verdict.of(RulesV1.SET.apply(facts.facts()))).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void every_rule_has_an_id_of_its_own_and_names_its_law() {
        assertThat(RulesV1.RULES).extracting(Rule::id).doesNotHaveDuplicates();
        assertThat(RulesV1.RULES)
                .allMatch(
                        rule -> !rule.legalReference().isBlank() && !rule.text().isBlank());
    }

    @ParameterizedTest
    @CsvSource({"MOTORCYCLE,A", "MOTORCYCLE,A1", "CAR,B", "CAR,b-at", "CAR,B1", "TRUCK,C", "TRUCK,E", "BUS,D", "BUS,D1"
    })
    void a_category_covers_its_kind_of_vehicle(VehicleKind kind, String category) {
        assertThat(kind.mayBeDrivenWith(List.of("F", category))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"MOTORCYCLE,B", "CAR,A", "TRUCK,B", "TRUCK,D", "BUS,C", "UNKNOWN,C"})
    void a_category_covers_no_other_kind(VehicleKind kind, String category) {
        assertThat(kind.mayBeDrivenWith(List.of(category))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(VehicleKind.class)
    void no_category_covers_nothing(VehicleKind kind) {
        assertThat(kind.mayBeDrivenWith(List.of())).isFalse();
    }

    private static Arguments row(String ruleId, String story, Outcome expected, Case facts) {
        return Arguments.of(ruleId, story, expected, facts);
    }

    private static ReceiptFact local(Instant issuedAt) {
        return new ReceiptFact(true, issuedAt);
    }

    private static LicenceAnswer licence(Licence.Status status, LocalDate until, @Nullable String plate) {
        return new OnRecord(new Licence("RURA-1", status, until, plate));
    }

    /** A dispatch in which everything is in order, until one thing is not. */
    private static final class Case {
        private Optional<ReceiptFact> receipt = Optional.of(OFFICIAL);
        private boolean active = true;
        private LocalDate drivingLicenceUntil = TODAY;
        private List<String> categories = List.of("C");
        private UUID vehicleOnRecord = VEHICLE;
        private boolean onRecord = true;
        private LicenceAnswer driverAuthorisation = VALID;
        private LicenceAnswer vehicleAuthorisation = VALID;
        private Optional<LicenceAnswer> operator = Optional.of(VALID);

        Case receipt(@Nullable ReceiptFact given) {
            receipt = Optional.ofNullable(given);
            return this;
        }

        Case active(boolean given) {
            active = given;
            return this;
        }

        Case drivingLicenceUntil(LocalDate given) {
            drivingLicenceUntil = given;
            return this;
        }

        Case categories(String... given) {
            categories = List.of(given);
            return this;
        }

        Case vehicleOnRecord(UUID given) {
            vehicleOnRecord = given;
            return this;
        }

        Case notOnRecord() {
            onRecord = false;
            return this;
        }

        Case driverAuthorisation(LicenceAnswer given) {
            driverAuthorisation = given;
            return this;
        }

        Case vehicleAuthorisation(LicenceAnswer given) {
            vehicleAuthorisation = given;
            return this;
        }

        Case operator(@Nullable LicenceAnswer given) {
            operator = Optional.ofNullable(given);
            return this;
        }

        DispatchFacts facts() {
            DriverRecord driver = new DriverRecord(
                    UUID.randomUUID(),
                    "ishemalink",
                    "DL-1",
                    categories,
                    drivingLicenceUntil,
                    active,
                    vehicleOnRecord,
                    VehicleKind.TRUCK,
                    PLATE,
                    null,
                    null,
                    1);
            return new DispatchFacts(
                    NOW,
                    receipt,
                    Duration.ofHours(24),
                    VEHICLE,
                    PLATE,
                    false,
                    onRecord ? Optional.of(driver) : Optional.empty(),
                    driverAuthorisation,
                    vehicleAuthorisation,
                    operator,
                    new NoAnswer(),
                    new NoAnswer(),
                    new NoAnswer());
        }
    }
}
