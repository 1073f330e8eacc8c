package rw.ishemalink.kit.reads;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;

/**
 * How fresh a replica is, told from places in the primary's log and when they were seen there. So no two clocks are
 * compared, a primary at which nothing happens does not make the replica look slow, and one whose connection to the
 * primary broke does not look fresh.
 */
final class Freshness {

    private record Seen(long nanos, long place) {}

    private final long boundNanos;
    private final Deque<Seen> seen = new ArrayDeque<>();

    /** @param bound what is older than that needs not be told apart */
    Freshness(Duration bound) {
        this.boundNanos = bound.toNanos();
    }

    /** The primary's log reached that place; all that was committed until that time is before it. */
    void primaryWasAt(long place, long nanos) {
        while (!seen.isEmpty() && nanos - seen.getFirst().nanos() > boundNanos) {
            seen.removeFirst();
        }
        seen.addLast(new Seen(nanos, place));
    }

    /** All that was committed until when is in a replica that has replayed so far; empty when that is not within the bound. */
    OptionalLong completeUntil(long replayed) {
        return seen.stream()
                .filter(sample -> sample.place() <= replayed)
                .mapToLong(Seen::nanos)
                .reduce((_, last) -> last);
    }
}
