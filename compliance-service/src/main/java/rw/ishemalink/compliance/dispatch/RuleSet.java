package rw.ishemalink.compliance.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rw.ishemalink.compliance.licence.LicenceKind;

/**
 * The rules of dispatch as they stand from one day to another.
 *
 * @param version named by every decision that these rules made
 * @param rules in the order in which a person would check them
 * @param asks what has to be asked of the register for them
 */
public record RuleSet(String version, List<Rule> rules, Set<LicenceKind> asks) {

    public RuleSet {
        rules = List.copyOf(rules);
        asks = Set.copyOf(asks);
    }

    /** The same rules but for those. */
    public RuleSet without(Set<String> ruleIds) {
        return new RuleSet(
                version,
                rules.stream().filter(rule -> !ruleIds.contains(rule.id())).toList(),
                asks);
    }

    /** How each rule comes out. */
    public List<RuleResult> apply(DispatchFacts facts) {
        return rules.stream().map(rule -> rule.apply(facts)).toList();
    }

    /** The earliest last day of all that the rules looked at; empty where nothing of it ends. */
    public Optional<LocalDate> findLastDay(DispatchFacts facts) {
        return rules.stream()
                .flatMap(rule -> rule.lastDay().apply(facts).stream())
                .min(LocalDate::compareTo);
    }
}
