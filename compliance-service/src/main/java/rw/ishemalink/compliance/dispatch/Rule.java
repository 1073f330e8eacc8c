package rw.ishemalink.compliance.dispatch;

import java.util.function.Function;

/**
 * A rule of law.
 *
 * @param id its name in events and answers, kept for ever
 * @param legalReference the law or regulation it comes from
 * @param text what it says, in plain words
 * @param condition how it comes out for the facts
 */
public record Rule(String id, String legalReference, String text, Function<DispatchFacts, Outcome> condition) {

    RuleResult apply(DispatchFacts facts) {
        return new RuleResult(id, legalReference, text, condition.apply(facts));
    }
}
