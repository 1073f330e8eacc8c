package rw.ishemalink.analytics.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;

/**
 * How a table is made of the cells of one or several aggregates.
 *
 * @param sources of what
 * @param by its columns of texts
 * @param best the most of this comes first; null for the order of the texts
 * @param most how many rows at most
 * @param shape how its first figure is drawn; null for no picture
 */
record Table(
        String name,
        List<Source> sources,
        List<By> by,
        List<Figure> figures,
        @Nullable Figure best,
        int most,
        Chart.@Nullable Shape shape) {

    private static final int MOST_ROWS = 500;

    private static final Comparator<List<String>> TEXTS = Comparator.comparing(texts -> String.join("\u0000", texts));

    Table {
        sources = List.copyOf(sources);
        by = List.copyOf(by);
        figures = List.copyOf(figures);
    }

    static Table of(String name, List<Source> sources, List<By> by, Figure... figures) {
        return new Table(name, sources, by, List.of(figures), null, MOST_ROWS, null);
    }

    Table bestFirst(Figure figure, int rows) {
        return new Table(name, sources, by, figures, figure, rows, shape);
    }

    Table drawnAs(Chart.Shape drawn) {
        return new Table(name, sources, by, figures, best, most, drawn);
    }

    /** The table of these cells, which may be of other aggregates, too. */
    Section of(Map<Cell, Sums> cells, ReportDays days) {
        Map<List<String>, Sums> groups = groups(cells, days);
        Sums total = groups.values().stream().reduce(Sums.ZERO, Sums::plus);
        List<Map.Entry<List<String>, Sums>> rows =
                groups.entrySet().stream().sorted(order()).toList();
        return new Section(
                name,
                note(),
                columns(),
                rows.stream()
                        .limit(most)
                        .map(row -> row(row.getKey(), row.getValue()))
                        .toList(),
                totals(total),
                Math.max(0, rows.size() - most),
                Optional.ofNullable(shape)
                        .map(drawn ->
                                new Chart(drawn, figures.getFirst().column().name())));
    }

    private Map<List<String>, Sums> groups(Map<Cell, Sums> cells, ReportDays days) {
        Map<List<String>, Sums> groups = new HashMap<>();
        if (by.size() == 1) {
            by.getFirst().always(days).forEach(value -> groups.put(List.of(value), Sums.ZERO));
        }
        for (Source source : sources) {
            cells.forEach((cell, sums) -> {
                if (cell.aggregate() == source.aggregate()) {
                    groups.merge(texts(cell, days), source.take(sums), Sums::plus);
                }
            });
        }
        return groups;
    }

    private List<String> texts(Cell cell, ReportDays days) {
        return by.stream().map(one -> one.value(cell, days)).toList();
    }

    private Comparator<Map.Entry<List<String>, Sums>> order() {
        Comparator<Map.Entry<List<String>, Sums>> texts = Map.Entry.comparingByKey(TEXTS);
        Figure first = best;
        return first == null
                ? texts
                : Comparator.<Map.Entry<List<String>, Sums>>comparingDouble(row -> first.rank(row.getValue()))
                        .reversed()
                        .thenComparing(texts);
    }

    /** What is only kept by the month, or only of all time, is told so. */
    private Optional<String> note() {
        return switch (finest()) {
            case HOUR, DAY -> Optional.empty();
            case MONTH -> Optional.of("whole-months");
            case ALL -> Optional.of("all-time");
        };
    }

    private Period finest() {
        return sources.getFirst().aggregate().periods().getFirst();
    }

    private List<Column> columns() {
        return Stream.concat(
                        by.stream().map(one -> new Column(one.column(), Unit.TEXT)),
                        figures.stream().map(Figure::column))
                .toList();
    }

    private List<Object> row(List<String> texts, Sums sums) {
        List<Object> row = new ArrayList<>(texts);
        figures.forEach(figure -> row.add(figure.of(sums)));
        return row;
    }

    private List<Object> totals(Sums total) {
        List<Object> totals = new ArrayList<>();
        by.forEach(_ -> totals.add(""));
        figures.forEach(figure -> totals.add(figure.of(total)));
        return totals;
    }
}
