package rw.ishemalink.analytics.report;

import java.util.List;
import java.util.Optional;

/**
 * A table of a report.
 *
 * @param name in small letters with dashes; its title is {@code section.<name>}
 * @param note what to know of it, {@code note.<note>}; empty where there is nothing to say
 * @param rows a value for each column: a String in a column of texts, else a Long, a BigDecimal, or the empty text where
 *     nothing can be told
 * @param totals likewise
 * @param left how many rows are left out, because the table is cut
 * @param chart its picture, if it has one
 */
public record Section(
        String name,
        Optional<String> note,
        List<Column> columns,
        List<List<Object>> rows,
        List<Object> totals,
        int left,
        Optional<Chart> chart) {

    public Section {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        totals = List.copyOf(totals);
        for (List<Object> row : rows) {
            checkLength(name, row, columns);
        }
        checkLength(name, totals, columns);
    }

    private static void checkLength(String name, List<Object> row, List<Column> columns) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(name + ": a row of " + row.size() + " for " + columns.size());
        }
    }

    /** At which place the column stands. */
    int place(String column) {
        return columns.stream().map(Column::name).toList().indexOf(column);
    }
}
