package rw.ishemalink.simulators.mtn;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import rw.ishemalink.simulators.money.Plan;
import rw.ishemalink.simulators.money.Status;
import rw.ishemalink.simulators.money.Verdict;

/** MTN's sandbox test numbers. Where the table and what was measured disagree, the measured behaviour is used. */
final class MagicNumbers {

    private static final Duration DELAYED_PAYER = Duration.ofSeconds(25);

    private static final Map<String, String> FAILING_PAYERS = Map.ofEntries(
            Map.entry("46733123450", "INTERNAL_PROCESSING_ERROR"),
            Map.entry("46733123451", "APPROVAL_REJECTED"),
            Map.entry("46733123452", "EXPIRED"),
            Map.entry("46733123455", "PAYER_NOT_FOUND"),
            Map.entry("46733123456", "PAYEE_NOT_ALLOWED_TO_RECEIVE"),
            Map.entry("46733123457", "NOT_ALLOWED"),
            Map.entry("46733123458", "NOT_ALLOWED_TARGET_ENVIRONMENT"),
            Map.entry("46733123459", "INVALID_CALLBACK_URL_HOST"),
            Map.entry("46733123460", "INVALID_CURRENCY"),
            Map.entry("46733123461", "INTERNAL_PROCESSING_ERROR"),
            Map.entry("46733123462", "SERVICE_UNAVAILABLE"),
            Map.entry("46733123463", "COULD_NOT_PERFORM_TRANSACTION"),
            Map.entry("250783456039", "APPROVAL_REJECTED"),
            Map.entry("250783456029", "PAYER_NOT_FOUND"),
            Map.entry("250783456019", "PAYER_LIMIT_REACHED"));

    private static final Map<String, String> FAILING_PAYEES = Map.of(
            "46733123455", "NOT_ENOUGH_FUNDS",
            "46733123456", "PAYER_LIMIT_REACHED",
            "46733123457", "PAYEE_NOT_FOUND",
            "46733123458", "NOT_ALLOWED",
            "46733123459", "NOT_ALLOWED_TARGET_ENVIRONMENT",
            "46733123462", "INTERNAL_PROCESSING_ERROR");

    private MagicNumbers() {}

    /**
     * …453 stays pending until the window closes, …454 is CREATED and succeeds after about 25 s; the Rwandan ones are those
     * of the aggregator pawaPay ({@code MTN_MOMO_RWA}), of which …129 stays with MTN.
     */
    static Optional<Plan> findForPayer(String msisdn, Duration usual, Duration window) {
        return switch (msisdn) {
            case "46733123453", "250783456129" -> Optional.of(Plan.expires(window));
            case "46733123454" -> Optional.of(new Plan(DELAYED_PAYER, Verdict.SUCCESSFUL, Status.CREATED));
            default -> findFailure(FAILING_PAYERS, msisdn, usual);
        };
    }

    static Optional<Plan> findForPayee(String msisdn, Duration usual) {
        return findFailure(FAILING_PAYEES, msisdn, usual);
    }

    /** Account holder active: …450 is unknown, …451 is not active. */
    static boolean activeHolder(String msisdn) {
        return !msisdn.equals("46733123450") && !msisdn.equals("46733123451");
    }

    private static Optional<Plan> findFailure(Map<String, String> reasons, String msisdn, Duration usual) {
        return Optional.ofNullable(reasons.get(msisdn)).map(reason -> Plan.of(usual, Verdict.failed(reason)));
    }
}
