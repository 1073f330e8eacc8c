package rw.ishemalink.compliance.audit;

import java.util.ArrayList;
import java.util.List;
import rw.ishemalink.compliance.audit.TrailFinding.Kind;
import rw.ishemalink.kit.chain.Seal;

/** Goes along the trail. Each place is held against the hash that stands before it, so that one change is one finding. */
public final class TrailWalk {

    private static final int MOST_FINDINGS = 100;

    private final List<TrailFinding> findings = new ArrayList<>();
    private Seal before;
    private long places;

    /** A walk that begins after that place, which is taken as given. */
    public TrailWalk(Seal before) {
        this.before = before;
    }

    /** The next place, by sequence. */
    public void next(SealedEntry place) {
        long expected = before.sequence() + 1;
        if (place.seal().sequence() != expected) {
            find(Kind.REMOVED, place, "the places from " + expected + " up to this one are gone");
        } else if (!place.follows(before)) {
            find(Kind.CHANGED, place, "the entry or its place is not what was sealed");
        }
        before = place.seal();
        places++;
    }

    private void find(Kind kind, SealedEntry place, String what) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new TrailFinding(
                    kind,
                    place.seal().sequence(),
                    place.entry().bookingId(),
                    place.entry().occurredAt(),
                    what));
        }
    }

    /** What was found so far. */
    List<TrailFinding> findings() {
        return List.copyOf(findings);
    }

    /** The last place. */
    Seal end() {
        return before;
    }

    /** How many places there were. */
    long places() {
        return places;
    }
}
