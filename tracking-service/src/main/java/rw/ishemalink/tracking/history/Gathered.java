package rw.ishemalink.tracking.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import rw.ishemalink.tracking.position.Position;

/** Fixes that were read and not yet written. Pure, and for one thread. */
final class Gathered {

    private final Duration longest;
    private final int most;
    private final List<Position> fixes = new ArrayList<>();
    private long sinceNanos;

    /**
     * Nothing yet.
     *
     * @param longest how long the first fix may wait
     * @param most how many fixes may wait
     */
    Gathered(Duration longest, int most) {
        this.longest = longest;
        this.most = most;
    }

    void add(List<Position> more, long nowNanos) {
        if (fixes.isEmpty()) {
            sinceNanos = nowNanos;
        }
        fixes.addAll(more);
    }

    /** Whether it is time to write them. */
    boolean isDue(long nowNanos) {
        return fixes.size() >= most || (!fixes.isEmpty() && nowNanos - sinceNanos >= longest.toNanos());
    }

    int size() {
        return fixes.size();
    }

    List<Segment> toSegments() {
        return Segments.cut(fixes);
    }

    void clear() {
        fixes.clear();
    }
}
