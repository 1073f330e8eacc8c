package rw.ishemalink.compliance.dispatch;

import static rw.ishemalink.compliance.dispatch.Outcome.MET;
import static rw.ishemalink.compliance.dispatch.Outcome.UNKNOWN;
import static rw.ishemalink.compliance.dispatch.Outcome.UNMET;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NotOnRecord;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.LicenceKind;

/**
 * All of {@link RulesV1}, and what is asked of the papers that travel with a vehicle: inspection, insurance, the driving
 * licence as its own register has it, and for whom and how far the vehicle is authorised.
 */
public final class RulesV2 {

    /** Named by every decision that these rules made. */
    public static final String VERSION = "V2";

    /** Each 6 months for commercial trucks; a certificate that says longer counts no longer. */
    public static final int INSPECTION_MONTHS = 6;

    private static final String INSPECTION = "Technical inspection of commercial trucks each 6 months (RNP)";
    private static final String PAPERS = "Papers asked of a vehicle for hire: compulsory motor insurance";

    private static final List<Rule> ADDED = List.of(
            new Rule(
                    "RNP-DRIVING-LICENCE-ON-RECORD",
                    RulesV1.DRIVING_LICENCE,
                    "The driving licence is on record and neither suspended, revoked nor expired.",
                    facts -> judge(facts.drivingLicence(), facts, Licence::isGoodOn),
                    facts -> RulesV1.lastDay(facts.drivingLicence())),
            new Rule(
                    "RNP-DRIVING-CATEGORY-ON-RECORD",
                    RulesV1.DRIVING_LICENCE,
                    "The categories on record of the driving licence cover this kind of vehicle.",
                    RulesV2::categoryFits),
            new Rule(
                    "RNP-TECHNICAL-INSPECTION",
                    INSPECTION,
                    "The truck has passed its technical inspection within the last 6 months.",
                    RulesV2::inspected,
                    facts -> isTruck(facts).orElse(false) ? inspectedUntil(facts.inspection()) : Optional.empty()),
            new Rule(
                    "VEHICLE-INSURANCE",
                    PAPERS,
                    "The vehicle is insured.",
                    facts -> judge(
                            facts.insurance(), facts, (licence, day) -> licence.allows(day, facts.vehiclePlate())),
                    facts -> RulesV1.lastDay(facts.insurance())),
            new Rule(
                    "RURA-VEHICLE-OPERATOR",
                    RulesV1.TRANSPORT,
                    "Where the vehicle is authorised for one operator, it drives for that operator.",
                    RulesV2::operatorFits),
            new Rule(
                    "RURA-VEHICLE-ZONE",
                    RulesV1.TRANSPORT,
                    "Where the vehicle is authorised for Rwanda only, the journey does not cross the border.",
                    RulesV2::zoneFits));

    /** All rules, in the order in which a person would check them. */
    public static final List<Rule> RULES =
            Stream.concat(RulesV1.RULES.stream(), ADDED.stream()).toList();

    /** These rules, and what they ask of the register. */
    public static final RuleSet SET = new RuleSet(VERSION, RULES, EnumSet.allOf(LicenceKind.class));

    private RulesV2() {}

    private static Outcome judge(
            LicenceAnswer answer, DispatchFacts facts, BiFunction<Licence, LocalDate, Boolean> good) {
        return switch (answer) {
            case OnRecord(var licence) -> Outcome.of(good.apply(licence, facts.today()));
            case NotOnRecord _ -> UNMET;
            case NoAnswer _ -> UNKNOWN;
        };
    }

    private static Outcome categoryFits(DispatchFacts facts) {
        Optional<VehicleKind> kind = facts.findVehicleKind();
        return switch (facts.drivingLicence()) {
            case OnRecord(var licence) ->
                kind.map(vehicle -> Outcome.of(vehicle.mayBeDrivenWith(licence.categories())))
                        .orElse(UNKNOWN);
            case NotOnRecord _ -> UNMET;
            case NoAnswer _ -> UNKNOWN;
        };
    }

    private static Outcome inspected(DispatchFacts facts) {
        return isTruck(facts)
                .map(truck -> truck
                        ? judge(facts.inspection(), facts, (licence, day) -> inspectedUntil(licence)
                                .filter(last -> licence.allows(day, facts.vehiclePlate()) && !day.isAfter(last))
                                .isPresent())
                        : MET)
                .orElse(UNKNOWN);
    }

    private static Optional<LocalDate> inspectedUntil(LicenceAnswer answer) {
        return answer instanceof OnRecord(var licence) ? inspectedUntil(licence) : Optional.empty();
    }

    /** Empty where it is not said when the inspection was: then it proves nothing. */
    private static Optional<LocalDate> inspectedUntil(Licence certificate) {
        return Optional.ofNullable(certificate.issuedOn())
                .map(day -> day.plusMonths(INSPECTION_MONTHS))
                .map(last -> last.isBefore(certificate.validUntil()) ? last : certificate.validUntil());
    }

    private static Outcome operatorFits(DispatchFacts facts) {
        Optional<String> stated = findStated(facts.vehicleAuthorisation(), Licence::holderTin);
        if (stated.isEmpty()) {
            return answered(facts.vehicleAuthorisation());
        }
        return facts.driver()
                .map(driver -> Outcome.of(stated.get()
                        .equals(Optional.ofNullable(driver.operatorTin()).orElse(""))))
                .orElse(UNKNOWN);
    }

    /** A zone in words that we cannot read is unknown, which is never a yes. */
    private static Outcome zoneFits(DispatchFacts facts) {
        Optional<String> stated = findStated(facts.vehicleAuthorisation(), Licence::zone);
        if (stated.isEmpty()) {
            return answered(facts.vehicleAuthorisation());
        }
        return switch (stated.get().toUpperCase(Locale.ROOT)) {
            case "CROSS_BORDER" -> MET;
            case "NATIONAL" -> Outcome.of(!facts.crossesBorder());
            default -> UNKNOWN;
        };
    }

    /** Nothing is stated, so nothing stands against it; but whether something is, must be known. */
    private static Outcome answered(LicenceAnswer answer) {
        return answer instanceof NoAnswer ? UNKNOWN : MET;
    }

    private static Optional<String> findStated(LicenceAnswer answer, Function<Licence, @Nullable String> field) {
        return answer instanceof OnRecord(var licence)
                ? Optional.ofNullable(field.apply(licence)).map(String::strip).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static Optional<Boolean> isTruck(DispatchFacts facts) {
        return facts.findVehicleKind().map(kind -> kind == VehicleKind.TRUCK);
    }
}
