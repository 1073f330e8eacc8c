package rw.ishemalink.analytics.query;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Sums;

/** Cells, added up over all partitions. */
public record CellAnswer(Map<Cell, Sums> cells, Freshness freshness) {

    public CellAnswer {
        cells = Map.copyOf(cells);
    }

    /** Adds the parts up; a cell in which nothing is left is left out. */
    static CellAnswer of(Answer<CellRow> answer) {
        Map<Cell, Sums> cells = new HashMap<>();
        for (Part<CellRow> part : answer.parts()) {
            for (CellRow row : part.rows()) {
                cells.merge(row.cell(), row.sums(), Sums::plus);
            }
        }
        cells.values().removeIf(Sums::isZero);
        return new CellAnswer(cells, answer.freshness());
    }

    /** Only those cells. */
    public CellAnswer where(Predicate<Cell> wanted) {
        Map<Cell, Sums> some = new HashMap<>(cells);
        some.keySet().removeIf(wanted.negate());
        return new CellAnswer(some, freshness);
    }

    /** Added up by what is in common. */
    public <K> Map<K, Sums> sumBy(Function<Cell, K> common) {
        Map<K, Sums> sums = new HashMap<>();
        cells.forEach((cell, sum) -> sums.merge(common.apply(cell), sum, Sums::plus));
        return sums;
    }

    /** All together. */
    public Sums total() {
        return cells.values().stream().reduce(Sums.ZERO, Sums::plus);
    }
}
