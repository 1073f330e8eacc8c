package rw.ishemalink.compliance.dispatch;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * A rule of law.
 *
 * @param id its name in events and answers, kept for ever
 * @param legalReference the law or regulation it comes from
 * @param text what it says, in plain words
 * @param condition how it comes out for the facts
 * @param lastDay last day on which what it looked at is valid; empty where that does not end
 */
public record Rule(
        String id,
        String legalReference,
        String text,
        Function<DispatchFacts, Outcome> condition,
        Function<DispatchFacts, Optional<LocalDate>> lastDay) {

    /** A rule about what does not end. */
    public Rule(String id, String legalReference, String text, Function<DispatchFacts, Outcome> condition) {
        this(id, legalReference, text, condition, _ -> Optional.empty());
    }

    RuleResult apply(DispatchFacts facts) {
        return new RuleResult(id, legalReference, text, condition.apply(facts));
    }
}
