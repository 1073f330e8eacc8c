package rw.ishemalink.compliance.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import rw.ishemalink.compliance.dispatch.Decision.Verdict;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.Licence.Status;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NotOnRecord;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.LicenceKind;

/** Whatever the papers say: nothing that makes one of them worse ever helps. */
class RuleSetProperties {

    /** What the sources say of each paper, and which of them is then found to be bad. */
    record Case(
            Map<LicenceKind, LicenceAnswer> papers,
            VehicleKind vehicle,
            boolean abroad,
            LicenceKind worse,
            LicenceAnswer bad) {

        Papers before() {
            Papers facts = new Papers().vehicle(vehicle);
            papers.forEach(facts::with);
            return abroad ? facts.abroad() : facts;
        }

        Papers after() {
            return before().with(worse, bad);
        }
    }

    @Property(tries = 5_000)
    void a_licence_that_becomes_invalid_never_turns_a_refusal_into_a_clearance(@ForAll("cases") Case one) {
        for (RuleSet rules : RuleBook.SETS) {
            Verdict before = Verdict.of(rules.apply(one.before().facts()));
            Verdict after = Verdict.of(rules.apply(one.after().facts()));
            if (before != Verdict.CLEARED) {
                assertThat(after).as(rules.version()).isNotEqualTo(Verdict.CLEARED);
            }
            Statistics.label(rules.version()).collect(before);
        }
    }

    @Property(tries = 2_000)
    void an_unknown_paper_that_is_asked_for_is_never_a_yes(@ForAll("cases") Case one) {
        for (RuleSet rules : RuleBook.SETS) {
            boolean asked = rules.asks().contains(one.worse())
                    && (one.worse() != LicenceKind.VEHICLE_INSPECTION || one.vehicle() == VehicleKind.TRUCK);
            if (asked) {
                Papers unknown = one.before().with(one.worse(), new NoAnswer());
                assertThat(Verdict.of(rules.apply(unknown.facts()))).isNotEqualTo(Verdict.CLEARED);
            }
        }
    }

    @Property(tries = 2_000)
    void what_is_cleared_is_valid_to_its_last_day_at_least_today(@ForAll("cases") Case one) {
        for (RuleSet rules : RuleBook.SETS) {
            DispatchFacts facts = one.before().facts();
            if (Verdict.of(rules.apply(facts)) == Verdict.CLEARED) {
                assertThat(rules.findLastDay(facts))
                        .hasValueSatisfying(day -> assertThat(day).isAfterOrEqualTo(Papers.TODAY));
            }
        }
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Map<LicenceKind, LicenceAnswer>> papers = Arbitraries.maps(
                        Arbitraries.of(LicenceKind.class), answers())
                .ofMaxSize(2)
                .map(RuleSetProperties::copy);
        return Combinators.combine(
                        papers,
                        Arbitraries.of(VehicleKind.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(LicenceKind.class),
                        badAnswers())
                .as(Case::new);
    }

    private static Map<LicenceKind, LicenceAnswer> copy(Map<LicenceKind, LicenceAnswer> drawn) {
        Map<LicenceKind, LicenceAnswer> copy = new EnumMap<>(LicenceKind.class);
        copy.putAll(drawn);
        return copy;
    }

    private static Arbitrary<LicenceAnswer> answers() {
        return Arbitraries.oneOf(badAnswers(), licences(Arbitraries.of(Status.class), days()));
    }

    private static Arbitrary<LicenceAnswer> badAnswers() {
        Arbitrary<LocalDate> past = Arbitraries.integers().between(1, 400).map(Papers.TODAY::minusDays);
        return Arbitraries.oneOf(
                Arbitraries.just(new NotOnRecord()),
                licences(Arbitraries.of(Status.SUSPENDED, Status.REVOKED), days()),
                licences(Arbitraries.of(Status.class), past));
    }

    private static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-400, 400).map(Papers.TODAY::plusDays);
    }

    private static Arbitrary<LicenceAnswer> licences(Arbitrary<Status> status, Arbitrary<LocalDate> until) {
        Arbitrary<Optional<String>> tin =
                Arbitraries.of("", "", "100000001", "100000009").map(RuleSetProperties::stated);
        Arbitrary<Optional<String>> zone = Arbitraries.of("", "", "", "NATIONAL", "CROSS_BORDER", "elsewhere")
                .map(RuleSetProperties::stated);
        return Combinators.combine(status, until, days(), tin, zone, Arbitraries.of("B", "C"))
                .as((standing, day, issuedOn, holder, reach, category) -> new OnRecord(new Licence(
                        "L",
                        standing,
                        day,
                        null,
                        issuedOn,
                        null,
                        holder.orElse(null),
                        reach.orElse(null),
                        List.of(category))));
    }

    private static Optional<String> stated(String text) {
        return Optional.of(text).filter(stated -> !stated.isEmpty());
    }
}
