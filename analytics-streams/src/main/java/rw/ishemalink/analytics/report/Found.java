package rw.ishemalink.analytics.report;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Sums;

/**
 * Cells, and how fresh they are.
 *
 * @param asOf time of the latest event in them; null when there was none yet
 * @param lagMillis how far the slowest part is behind
 * @param complete whether every partition is in them; else the figures are too low
 */
public record Found(Map<Cell, Sums> cells, @Nullable Instant asOf, long lagMillis, boolean complete) {

    public Found {
        cells = Map.copyOf(cells);
    }

    /** All of them together, as fresh as the freshest and as late as the latest of them. */
    static Found together(Collection<Found> parts) {
        Map<Cell, Sums> cells = new HashMap<>();
        parts.forEach(part -> cells.putAll(part.cells));
        Instant asOf = parts.stream()
                .map(Found::asOf)
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
        return new Found(
                cells,
                asOf,
                parts.stream().mapToLong(Found::lagMillis).max().orElse(0),
                parts.stream().allMatch(Found::complete));
    }
}
