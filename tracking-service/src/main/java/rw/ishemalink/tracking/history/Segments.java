package rw.ishemalink.tracking.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import rw.ishemalink.tracking.position.Position;

/**
 * Cuts fixes, in whatever order and however often they came, into segments: each of one vehicle, driver and hour, each fix
 * once. Pure.
 */
final class Segments {

    /** So a row stays below 2 kB, which PostgreSQL would put elsewhere, and half of a segment is not read in vain. */
    static final int MOST_FIXES = 150;

    /** Whose fixes stand together. */
    private record Key(String tenant, UUID vehicleId, UUID driverId, Instant hour) {

        static Key of(Position fix) {
            return new Key(fix.tenant(), fix.vehicleId(), fix.driverId(), hourOf(fix.recordedAt()));
        }
    }

    private Segments() {}

    /** The hour in which that was: segments never cross one, so that a look-up knows where they begin. */
    static Instant hourOf(Instant time) {
        return time.truncatedTo(ChronoUnit.HOURS);
    }

    /** The fixes as segments. */
    static List<Segment> cut(Collection<Position> fixes) {
        Map<Key, TreeMap<Instant, Position>> together = new HashMap<>();
        for (Position fix : fixes) {
            keep(together.computeIfAbsent(Key.of(fix), _ -> new TreeMap<>()), fix);
        }
        List<Segment> segments = new ArrayList<>(together.size());
        together.forEach((key, sorted) -> cut(key, List.copyOf(sorted.values()), segments));
        return segments;
    }

    /** Keeps a fix among others of its vehicle by its time; of those that were sent twice the one that came first. */
    static void keep(Map<Instant, Position> others, Position fix) {
        others.merge(
                fix.recordedAt(), fix, (kept, other) -> other.receivedAt().isBefore(kept.receivedAt()) ? other : kept);
    }

    /** The fixes in the segment. */
    static List<Position> open(Segment segment) {
        return SegmentCodec.decode(segment.tenant(), segment.vehicleId(), segment.driverId(), segment.points());
    }

    /** Pieces of about the same length, as few as there must be. */
    private static void cut(Key key, List<Position> sorted, List<Segment> segments) {
        int pieces = Math.ceilDiv(sorted.size(), MOST_FIXES);
        for (int piece = 0; piece < pieces; piece++) {
            List<Position> part = sorted.subList(piece * sorted.size() / pieces, (piece + 1) * sorted.size() / pieces);
            segments.add(new Segment(
                    key.tenant(),
                    key.vehicleId(),
                    key.driverId(),
                    part.getFirst().recordedAt(),
                    part.getLast().recordedAt(),
                    part.size(),
                    SegmentCodec.encode(part)));
        }
    }
}
