package rw.ishemalink.analytics.query;

import java.util.List;
import java.util.Set;

/**
 * What one instance knows.
 *
 * @param partitions of which the rows are
 * @param countedUpToMillis time of the latest event in them, in epoch milliseconds; 0 when there was none
 * @param lagMillis how far the instance is behind with what it has received
 */
public record Part<T>(List<T> rows, Set<Integer> partitions, long countedUpToMillis, long lagMillis) {

    public Part {
        rows = List.copyOf(rows);
        partitions = Set.copyOf(partitions);
    }

    static <T> Part<T> nothing() {
        return new Part<>(List.of(), Set.of(), 0, 0);
    }
}
