package rw.ishemalink.compliance.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a dispatch request, with every rule that was applied.
 *
 * @param ruleSet version of the rules that were in force
 * @param validUntil last day on which all that was checked is valid; null where nothing of it ends
 */
public record Decision(
        UUID decisionId,
        UUID driverId,
        UUID vehicleId,
        Verdict verdict,
        String ruleSet,
        List<RuleResult> rules,
        @Nullable LocalDate validUntil,
        Instant decidedAt) {

    /** Cleared when every rule is met; refused when one is not; else one is unknown, and the dispatch waits. */
    public enum Verdict {
        CLEARED,
        REFUSED,
        WAITING;

        /** What follows from the rules. */
        public static Verdict of(List<RuleResult> rules) {
            if (has(rules, Outcome.UNMET)) {
                return REFUSED;
            }
            return has(rules, Outcome.UNKNOWN) ? WAITING : CLEARED;
        }

        private static boolean has(List<RuleResult> rules, Outcome outcome) {
            return rules.stream().anyMatch(rule -> rule.outcome() == outcome);
        }
    }

    public Decision {
        rules = List.copyOf(rules);
    }

    public boolean isCleared() {
        return verdict == Verdict.CLEARED;
    }

    /** The rules that stand against it. */
    public List<RuleResult> unmetRules() {
        return rules.stream().filter(rule -> rule.outcome() == Outcome.UNMET).toList();
    }
}
