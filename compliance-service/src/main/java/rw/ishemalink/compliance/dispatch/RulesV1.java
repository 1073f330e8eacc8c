package rw.ishemalink.compliance.dispatch;

import static rw.ishemalink.compliance.dispatch.Outcome.UNKNOWN;
import static rw.ishemalink.compliance.dispatch.Outcome.UNMET;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import rw.ishemalink.compliance.dispatch.DispatchFacts.ReceiptFact;
import rw.ishemalink.compliance.licence.LicenceAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NoAnswer;
import rw.ishemalink.compliance.licence.LicenceAnswer.NotOnRecord;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.LicenceKind;

/** The rules of dispatch in force since the first version of the suite. A change of law is a new class beside this one. */
public final class RulesV1 {

    /** Named by every decision that these rules made. */
    public static final String VERSION = "V1";

    private static final String TAX_PROCEDURES = "Law 020/2023 on tax procedures";
    static final String TRANSPORT = "Law 09/2013 (RURA), regulation 007/TRANS/RT/RURA/2015";
    static final String DRIVING_LICENCE = "Presidential order 066/01 of 19/07/2024 (driving licences)";

    /** All rules, in the order in which a person would check them. */
    public static final List<Rule> RULES = List.of(
            new Rule(
                    "RRA-FISCAL-RECEIPT",
                    TAX_PROCEDURES,
                    "A fiscal receipt has been issued for the transport that was sold.",
                    facts -> Outcome.of(facts.receipt().isPresent())),
            new Rule(
                    "RRA-LOCAL-SIGNATURE-FRESH",
                    TAX_PROCEDURES + "; VSDC specification 2.2",
                    "A receipt that is only locally signed is not older than the time the fiscal device may be out of reach.",
                    RulesV1::localSignatureFresh),
            new Rule(
                    "FLEET-DRIVER-ACTIVE",
                    "Terms of the tenant",
                    "The driver is not suspended.",
                    ofDriver(driver -> Outcome.of(driver.active()))),
            new Rule(
                    "RNP-DRIVING-LICENCE-VALID",
                    DRIVING_LICENCE,
                    "The driving licence has not expired.",
                    RulesV1::drivingLicenceValid,
                    facts -> facts.driver().map(DriverRecord::licenceValidUntil)),
            new Rule(
                    "RNP-DRIVING-CATEGORY",
                    DRIVING_LICENCE,
                    "The driving licence covers this kind of vehicle.",
                    RulesV1::categoryFits),
            new Rule(
                    "RURA-DRIVER-AUTHORISATION",
                    TRANSPORT,
                    "The driver is authorised to carry goods or passengers for pay.",
                    facts -> valid(facts, facts.driverAuthorisation()),
                    facts -> lastDay(facts.driverAuthorisation())),
            new Rule(
                    "RURA-VEHICLE-AUTHORISATION",
                    TRANSPORT,
                    "The vehicle is authorised to carry goods or passengers for pay.",
                    facts -> valid(facts, facts.vehicleAuthorisation()),
                    facts -> lastDay(facts.vehicleAuthorisation())),
            new Rule(
                    "RURA-OPERATOR-LICENCE",
                    TRANSPORT,
                    "The operator, where the driver works for one, is licensed.",
                    facts ->
                            facts.operator().map(answer -> valid(facts, answer)).orElse(Outcome.MET),
                    facts -> facts.operator().flatMap(RulesV1::lastDay)));

    /** These rules, and what they ask of the register. */
    public static final RuleSet SET = new RuleSet(
            VERSION,
            RULES,
            Set.of(LicenceKind.DRIVER_AUTHORISATION, LicenceKind.VEHICLE_AUTHORISATION, LicenceKind.OPERATOR_LICENCE));

    private RulesV1() {}

    private static Outcome localSignatureFresh(DispatchFacts facts) {
        return Outcome.of(
                facts.receipt().stream().filter(ReceiptFact::locallySigned).allMatch(local -> !facts.now()
                        .isAfter(local.issuedAt().plus(facts.localSignatureValidity()))));
    }

    private static Outcome drivingLicenceValid(DispatchFacts facts) {
        return ofDriver(driver -> Outcome.of(!facts.today().isAfter(driver.licenceValidUntil())))
                .apply(facts);
    }

    private static Outcome categoryFits(DispatchFacts facts) {
        return ofDriver(driver -> facts.findVehicleKind()
                        .map(kind -> Outcome.of(kind.mayBeDrivenWith(driver.licenceCategories())))
                        .orElse(UNKNOWN))
                .apply(facts);
    }

    private static Function<DispatchFacts, Outcome> ofDriver(Function<DriverRecord, Outcome> condition) {
        return facts -> facts.driver().map(condition).orElse(UNKNOWN);
    }

    static Outcome valid(DispatchFacts facts, LicenceAnswer answer) {
        return switch (answer) {
            case OnRecord(var licence) -> Outcome.of(licence.allows(facts.today(), facts.vehiclePlate()));
            case NotOnRecord _ -> UNMET;
            case NoAnswer _ -> UNKNOWN;
        };
    }

    static Optional<LocalDate> lastDay(LicenceAnswer answer) {
        return answer instanceof OnRecord(var licence) ? Optional.of(licence.validUntil()) : Optional.empty();
    }
}
