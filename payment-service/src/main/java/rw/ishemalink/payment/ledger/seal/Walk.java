package rw.ishemalink.payment.ledger.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.kit.chain.Seal;
import rw.ishemalink.payment.ledger.seal.Finding.Kind;

/**
 * Goes along a chain, place by place. Each place is held against the hash that stands before it, so that one change is
 * one finding and not one for every place that follows.
 */
public final class Walk {

    /**
     * A place in the chain as it is found.
     *
     * @param transfer the sealed transfer; empty when it is gone
     */
    public record Place(Seal seal, UUID transferId, Optional<Booked> transfer) {}

    private final int mostFindings;
    private final List<Finding> findings = new ArrayList<>();
    private Seal before = Seal.GENESIS;
    private long places;

    public Walk(int mostFindings) {
        this.mostFindings = mostFindings;
    }

    /** The next place, by sequence. */
    public void next(Place place) {
        Seal seal = place.seal();
        if (seal.sequence() != before.sequence() + 1) {
            find(Kind.REMOVED, place, "the places from " + (before.sequence() + 1) + " up to this one are gone");
        } else if (place.transfer().isEmpty()) {
            find(Kind.REMOVED, place, "the sealed transfer is gone");
        } else if (!Chain.follows(before, place.transfer().get(), seal)) {
            find(Kind.CHANGED, place, "transfer, entries or place are not what was sealed");
        }
        before = seal;
        places++;
    }

    private void find(Kind kind, Place place, String what) {
        if (findings.size() < mostFindings) {
            findings.add(new Finding(kind, place.seal().sequence(), place.transferId(), what));
        }
    }

    /** What was found so far. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The last place. */
    public Seal end() {
        return before;
    }

    /** How many places there were. */
    public long places() {
        return places;
    }
}
