package rw.ishemalink.analytics.query;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh an answer is; part of every answer.
 *
 * @param asOf time of the latest event in it; null when there was none yet
 * @param lagMillis how far the slowest part is behind with what it has received; an estimate, 0 when nothing waits
 * @param complete whether every partition is in it; false while one is moving, and then the figures are too low
 * @param standby whether a part comes from a copy that follows, as its partition is moving; it is at most lagMillis behind
 */
public record Freshness(@Nullable Instant asOf, long lagMillis, boolean complete, boolean standby) {

    /** Of both answers together. */
    public Freshness and(Freshness other) {
        return new Freshness(
                later(asOf, other.asOf),
                Math.max(lagMillis, other.lagMillis),
                complete && other.complete,
                standby || other.standby);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
