package rw.ishemalink.analytics.facts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import rw.ishemalink.schemas.analytics.BrokenRule;

/**
 * What the checker of the law holds against a booking.
 *
 * @param sequence how often it has told something of it; each finding and each withdrawal is one more
 * @param violations of each rule one at most, in the order of the rules
 */
public record Findings(long sequence, List<BrokenRule> violations) {

    /** Of a booking of which the checker has told nothing. */
    public static final Findings NONE = new Findings(0, List.of());

    public Findings {
        violations = List.copyOf(violations);
    }

    /** With what it tells next. */
    Findings with(Told.ByLaw told) {
        List<BrokenRule> others = violations.stream()
                .filter(broken -> !broken.getRule().equals(told.rule().getRule()))
                .toList();
        return new Findings(sequence + 1, told.broken() ? union(others, List.of(told.rule())) : others);
    }

    /** The same count, but these violations and no others. */
    Findings with(List<BrokenRule> others) {
        return others.equals(violations) ? this : new Findings(sequence, others);
    }

    /**
     * Both together: the later word, so that what was withdrawn is not brought back by whoever has not heard of that.
     * Checkers that have told equally often are believed both.
     */
    static Findings latest(Findings one, Findings other) {
        if (one.sequence != other.sequence) {
            return one.sequence > other.sequence ? one : other;
        }
        return one.with(union(one.violations, other.violations));
    }

    /** A booking breaks a rule once: of two tellings the earlier step counts. */
    private static List<BrokenRule> union(List<BrokenRule> some, List<BrokenRule> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return some.isEmpty() ? others : some;
        }
        Map<String, BrokenRule> all = new TreeMap<>();
        Stream.concat(some.stream(), others.stream())
                .forEach(broken -> all.merge(
                        broken.getRule(),
                        broken,
                        (one, other) -> other.getSequence() < one.getSequence() ? other : one));
        return List.copyOf(all.values());
    }
}
