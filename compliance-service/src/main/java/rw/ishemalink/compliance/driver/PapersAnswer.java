package rw.ishemalink.compliance.driver;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.dispatch.Decision.Verdict;

/**
 * What there is to say of a driver's papers.
 *
 * @param refusals ids of the rules that refuse; empty unless they do
 * @param validUntil the last day on which it holds; null unless it is cleared
 */
public record PapersAnswer(
        Verdict verdict, List<String> refusals, @Nullable LocalDate validUntil) {

    /** The authority does not say. */
    static final PapersAnswer WAITING = new PapersAnswer(Verdict.WAITING, List.of(), null);

    public PapersAnswer {
        refusals = List.copyOf(refusals);
    }

    static PapersAnswer cleared(Optional<LocalDate> lastDay) {
        return new PapersAnswer(Verdict.CLEARED, List.of(), lastDay.orElse(null));
    }

    static PapersAnswer refused(List<String> rules) {
        return new PapersAnswer(Verdict.REFUSED, rules, null);
    }

    boolean isWaiting() {
        return verdict == Verdict.WAITING;
    }

    /**
     * Whether the fleet is to be told: an answer that it waits for, or another one than before. That the authority is silent
     * is told once to who waits, and to nobody else: what was said before still stands.
     */
    boolean isNewsAfter(Optional<PapersAnswer> before, boolean wanted) {
        if (isWaiting()) {
            return wanted && before.filter(PapersAnswer::isWaiting).isEmpty();
        }
        return wanted || !before.equals(Optional.of(this));
    }
}
