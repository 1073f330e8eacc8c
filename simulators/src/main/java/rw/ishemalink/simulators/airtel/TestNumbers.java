package rw.ishemalink.simulators.airtel;

import java.time.Duration;
import java.util.Optional;
import rw.ishemalink.simulators.money.Plan;
import rw.ishemalink.simulators.money.Verdict;

/** Airtel documents no test numbers; these are the aggregator pawaPay's ({@code AIRTEL_RWA}). */
final class TestNumbers {

    private TestNumbers() {}

    /** …129 stays with Airtel until the prompt is gone. */
    static Optional<Plan> findForPayer(String msisdn, Duration usual, Duration window) {
        return switch (msisdn) {
            case "250733456039" -> Optional.of(Plan.of(usual, Verdict.failed("APPROVAL_REJECTED")));
            case "250733456049" -> Optional.of(Plan.of(usual, Verdict.failed("NOT_ENOUGH_FUNDS")));
            case "250733456129" -> Optional.of(Plan.expires(window));
            default -> Optional.empty();
        };
    }

    static Optional<Plan> findForPayee(String msisdn, Duration usual) {
        return msisdn.equals("250733456039")
                ? Optional.of(Plan.of(usual, Verdict.failed("PAYEE_NOT_FOUND")))
                : Optional.empty();
    }
}
