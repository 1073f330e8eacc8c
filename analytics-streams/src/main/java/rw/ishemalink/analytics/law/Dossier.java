package rw.ishemalink.analytics.law;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that the law asks of one booking, in the order in which it was heard.
 *
 * @param tenant whose booking it is
 */
public record Dossier(String tenant, List<Fact> facts) {

    public Dossier {
        facts = List.copyOf(facts);
    }

    static Dossier open(String tenant) {
        return new Dossier(tenant, List.of());
    }

    boolean knows(Fact fact) {
        return facts.contains(fact)
                || (fact instanceof Fact.Move move && moves().anyMatch(known -> known.sequence() >= move.sequence()));
    }

    Dossier with(Fact fact) {
        List<Fact> more = new ArrayList<>(facts);
        more.add(fact);
        return new Dossier(tenant, more);
    }

    /** The booking's steps, in order. */
    Stream<Fact.Move> moves() {
        return of(Fact.Move.class);
    }

    <F extends Fact> Stream<F> of(Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast);
    }

    /**
     * Whether the history is whole. Of a booking whose first event was deleted from the topic by age before it was ever
     * read, nothing can be said.
     */
    boolean isWhole() {
        return moves().findFirst()
                .filter(move -> move.step() == Fact.Step.BEGAN)
                .isPresent();
    }

    /** Whether it can tell if that step of the booking was lawful: the history is whole, and that far at least. */
    boolean judges(long sequence) {
        return isWhole() && moves().anyMatch(move -> move.sequence() >= sequence);
    }

    /** Whether nothing can happen any more that the law asks about, or nothing ever did. */
    boolean isClosed() {
        return moves().reduce((_, last) -> last).map(last -> last.step().ends()).orElse(true);
    }
}
