package rw.ishemalink.analytics.query.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.query.Answer;

/**
 * How fresh an answer is; part of every answer.
 *
 * @param asOf time of the latest event in it; null when there was none yet
 * @param lagMillis how far the slowest part is behind with what it has received; an estimate, 0 when nothing waits
 * @param complete whether every partition is in it; false while one is moving, and then the figures are too low
 */
record Freshness(@Nullable Instant asOf, long lagMillis, boolean complete) {

    static Freshness of(Answer<?> answer) {
        return new Freshness(answer.findAsOf().orElse(null), answer.lagMillis(), answer.complete());
    }
}
