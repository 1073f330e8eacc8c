package rw.ishemalink.analytics.law;

import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rw.ishemalink.analytics.facts.Facts;
import rw.ishemalink.analytics.facts.KnownViolations;
import rw.ishemalink.schemas.analytics.BrokenRule;
import rw.ishemalink.streams.ObjectStore;

/**
 * Takes over what another generation found and lets go what it withdrew, but for the steps that our own checker can judge.
 * So the store of violations and the facts say the same.
 */
record KeptViolations(ObjectStore<String, Dossier> dossiers, ObjectStore<String, Violation> found)
        implements KnownViolations {

    @Override
    public List<BrokenRule> held(Facts before, Facts merged) {
        if (merged.violations().equals(before.violations())) {
            return before.violations();
        }
        Predicate<BrokenRule> judged = dossiers.find(before.bookingId().toString())
                .<Predicate<BrokenRule>>map(dossier -> broken -> dossier.judges(broken.getSequence()))
                .orElse(_ -> false);
        List<BrokenRule> held = List.copyOf(Stream.concat(
                        before.violations().stream().filter(judged),
                        merged.violations().stream().filter(judged.negate()))
                .collect(Collectors.toMap(BrokenRule::getRule, Function.identity(), (ours, _) -> ours, TreeMap::new))
                .values());
        keep(before, held);
        return held;
    }

    private void keep(Facts before, List<BrokenRule> held) {
        before.violations().stream()
                .filter(gone -> !held.contains(gone))
                .forEach(gone -> found.delete(Violation.key(before.tenant(), before.bookingId(), gone.getRule())));
        held.stream()
                .filter(taken -> !before.violations().contains(taken))
                .flatMap(taken -> Violation.find(before.tenant(), before.bookingId(), taken).stream())
                .forEach(violation -> found.put(violation.key(), violation));
    }
}
