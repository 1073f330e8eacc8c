package rw.ishemalink.local.load;

import java.time.Duration;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What a run measured.
 *
 * @param statuses how many answers had which HTTP status; 0 stands for no answer
 * @param micros the time from request to answer
 */
record LoadResult(int clients, Duration time, Map<Integer, Long> statuses, Histogram micros) {

    LoadResult {
        statuses = Map.copyOf(statuses);
    }

    long answers() {
        return statuses.values().stream().mapToLong(Long::longValue).sum();
    }

    double perSecond() {
        return answers() / (time.toNanos() / 1e9);
    }

    double millisAt(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1_000.0;
    }
}
