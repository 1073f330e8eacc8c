package rw.ishemalink.analytics.query.api;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Durations;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;

/**
 * From pick-up to delivery.
 *
 * @param deliveries of how many it is known
 * @param meanSeconds on average
 * @param p90Seconds nine of ten took no longer, to 2 %
 */
public record Transit(long deliveries, long meanSeconds, long p90Seconds) {

    private static final double NINE_OF_TEN = 0.9;

    /** Of those deliveries; null when nobody knows. */
    public static @Nullable Transit of(Sums sums) {
        Durations durations = sums.transit();
        long count = durations.count();
        return count <= 0
                ? null
                : new Transit(
                        count,
                        sums.get(Measure.TRANSIT_SECONDS) / count,
                        durations.quantile(NINE_OF_TEN).map(Duration::toSeconds).orElse(0L));
    }
}
