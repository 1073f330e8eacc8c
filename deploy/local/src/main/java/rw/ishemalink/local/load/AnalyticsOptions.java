package rw.ishemalink.local.load;

import java.time.Duration;
import java.util.Set;

/**
 * How much of it.
 *
 * @param bookings in the topics and in the table before anything is measured
 * @param time of each run
 * @param perSecond bookings a second that are written while freshness is measured
 * @param seed of all that is random
 */
public record AnalyticsOptions(int bookings, Duration time, int perSecond, long seed, Set<AnalyticsStage> stages) {

    public AnalyticsOptions {
        stages = Set.copyOf(stages);
    }
}
