package rw.ishemalink.analytics.query;

import java.util.List;

/**
 * What one instance knows of one partition.
 *
 * @param active whether the instance works on the partition; else it has a copy that follows
 * @param countedUpToMillis time of the latest event in it, in epoch milliseconds; 0 when there was none
 * @param lagMillis how far it is behind; of a copy at most so far
 */
public record Part<T>(int partition, boolean active, long countedUpToMillis, long lagMillis, List<T> rows) {

    public Part {
        rows = List.copyOf(rows);
    }

    /** Whether it is better to answer with this than with another one of the same partition. */
    boolean isBetterThan(Part<T> other) {
        return active == other.active ? countedUpToMillis > other.countedUpToMillis : active;
    }

    Part<T> behind(long millis) {
        return new Part<>(partition, active, countedUpToMillis, millis, rows);
    }
}
