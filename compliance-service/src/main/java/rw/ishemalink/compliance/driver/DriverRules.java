package rw.ishemalink.compliance.driver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rw.ishemalink.compliance.dispatch.Decision.Verdict;
import rw.ishemalink.compliance.dispatch.DispatchFacts;
import rw.ishemalink.compliance.dispatch.DriverRecord;
import rw.ishemalink.compliance.dispatch.LicenceAnswers;
import rw.ishemalink.compliance.dispatch.Outcome;
import rw.ishemalink.compliance.dispatch.RuleResult;
import rw.ishemalink.compliance.dispatch.RuleSet;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceKind;

/** The rules of dispatch as far as they can be asked of a driver who has no booking: all but those about one. */
public final class DriverRules {

    /** About the sale, the journey, or what the fleet itself has to say. */
    static final Set<String> OF_A_BOOKING =
            Set.of("RRA-FISCAL-RECEIPT", "RRA-LOCAL-SIGNATURE-FRESH", "FLEET-DRIVER-ACTIVE", "RURA-VEHICLE-ZONE");

    private DriverRules() {}

    /** The verdict on the papers of a driver. */
    static PapersAnswer judge(RuleSet inForce, DriverRecord driver, LicenceAnswers answers, Instant now) {
        RuleSet rules = inForce.without(OF_A_BOOKING);
        DispatchFacts facts = facts(driver, answers, now);
        List<RuleResult> results = rules.apply(facts);
        return switch (Verdict.of(results)) {
            case CLEARED -> PapersAnswer.cleared(rules.findLastDay(facts));
            case REFUSED -> PapersAnswer.refused(unmet(results));
            case WAITING -> PapersAnswer.WAITING;
        };
    }

    private static DispatchFacts facts(DriverRecord driver, LicenceAnswers answers, Instant now) {
        return new DispatchFacts(
                now,
                Optional.empty(),
                Duration.ZERO,
                driver.vehicleId(),
                String.valueOf(driver.vehiclePlate()),
                false,
                Optional.of(driver),
                answers.get(LicenceKind.DRIVER_AUTHORISATION),
                answers.get(LicenceKind.VEHICLE_AUTHORISATION),
                operator(driver, answers),
                answers.get(LicenceKind.DRIVING_LICENCE),
                answers.get(LicenceKind.VEHICLE_INSPECTION),
                answers.get(LicenceKind.INSURANCE));
    }

    private static Optional<LicenceAnswer> operator(DriverRecord driver, LicenceAnswers answers) {
        return Optional.ofNullable(driver.operatorTin()).map(_ -> answers.get(LicenceKind.OPERATOR_LICENCE));
    }

    private static List<String> unmet(List<RuleResult> results) {
        return results.stream()
                .filter(result -> result.outcome() == Outcome.UNMET)
                .map(RuleResult::ruleId)
                .toList();
    }
}
