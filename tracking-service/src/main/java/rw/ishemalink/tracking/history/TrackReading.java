package rw.ishemalink.tracking.history;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import rw.ishemalink.tracking.position.Position;

/**
 * Puts a track together from its segments, which may overlap and repeat each other: a fix that came late, was sent twice
 * or written twice. Each fix is there once, and no more of them than wanted are held. Pure.
 */
final class TrackReading {

    private final Span span;
    private final int most;
    private final boolean newest;
    private final TreeMap<Instant, Position> fixes = new TreeMap<>();

    private TrackReading(Span span, int most, boolean newest) {
        this.span = span;
        this.most = most;
        this.newest = newest;
    }

    /** The newest fixes; segments are to be taken by their ends, latest first. */
    static TrackReading newest(Span span, int most) {
        return new TrackReading(span, most, true);
    }

    /** The oldest fixes; segments are to be taken by their beginnings, earliest first. */
    static TrackReading oldest(Span span, int most) {
        return new TrackReading(span, most, false);
    }

    /** Takes a segment; false when this and those behind it have nothing that is wanted. */
    boolean take(Segment segment) {
        if (fixes.size() == most && isBeyond(segment)) {
            return false;
        }
        for (Position fix : Segments.open(segment)) {
            if (span.holds(fix)) {
                Segments.keep(fixes, fix);
            }
        }
        while (fixes.size() > most) {
            var unused = newest ? fixes.pollFirstEntry() : fixes.pollLastEntry();
        }
        return true;
    }

    List<Position> list() {
        return List.copyOf(fixes.values());
    }

    private boolean isBeyond(Segment segment) {
        return newest
                ? segment.toAt().isBefore(fixes.firstKey())
                : segment.fromAt().isAfter(fixes.lastKey());
    }
}
