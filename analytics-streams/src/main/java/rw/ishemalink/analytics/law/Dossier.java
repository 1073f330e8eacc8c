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
        for (Fact known : facts) {
            if (known.equals(fact) || isLater(known, fact)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLater(Fact known, Fact fact) {
        return known instanceof Fact.Move later
                && fact instanceof Fact.Move move
                && later.sequence() >= move.sequence();
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
        for (Fact fact : facts) {
            if (fact instanceof Fact.Move first) {
                return first.step() == Fact.Step.BEGAN;
            }
        }
        return false;
    }

    /** Whether anything has moved yet that the law asks about. */
    boolean hasMoved() {
        for (Fact fact : facts) {
            if (fact instanceof Fact.Move move && move.step().moves()) {
                return true;
            }
        }
        return false;
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
