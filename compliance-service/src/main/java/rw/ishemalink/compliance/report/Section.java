package rw.ishemalink.compliance.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of a report.
 *
 * @param name in small letters with dashes
 * @param snapshot whether it tells how things stood when the report was made, not what happened in the month
 * @param rows a value for each column: a String in a text column, else a Long
 */
public record Section(String name, String title, boolean snapshot, List<Column> columns, List<List<Object>> rows) {

    public Section {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(name + ": a row of " + row.size() + " for " + columns.size());
            }
        }
    }

    /** The sums, one for each column; an empty text where nothing is added up. */
    public List<Object> totals() {
        List<Object> totals = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            boolean summed = columns.get(column).type() == Column.Type.SUMMED;
            totals.add(summed ? (Object) sum(column) : "");
        }
        return totals;
    }

    private long sum(int column) {
        long sum = 0;
        for (List<Object> row : rows) {
            sum = Math.addExact(sum, (Long) row.get(column));
        }
        return sum;
    }
}
