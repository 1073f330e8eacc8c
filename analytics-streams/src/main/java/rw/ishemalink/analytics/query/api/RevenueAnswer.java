package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.query.CellAnswer;
import rw.ishemalink.analytics.query.Freshness;

/**
 * What was earned, in whole francs.
 *
 * @param total of the period asked for
 * @param byKind the total by kind of booking
 * @param byProvider by whom it was paid through; "none" where payment has not told yet
 * @param byOperator by operator's id; "none" for independent drivers and while nobody drives
 * @param rows each hour, day or month of the period in which something was earned; empty when all together was asked for
 */
record RevenueAnswer(
        @JsonUnwrapped Freshness freshness,
        String currency,
        Money total,
        Map<String, Money> byKind,
        Map<String, Money> byProvider,
        Map<String, Money> byOperator,
        List<Row> rows) {

    static final String FRANC = "RWF";

    private static final String NONE = "none";

    RevenueAnswer {
        byKind = new TreeMap<>(byKind);
        byProvider = new TreeMap<>(byProvider);
        byOperator = new TreeMap<>(byOperator);
        rows = List.copyOf(rows);
    }

    /**
     * One period.
     *
     * @param begin in Kigali: yyyy-MM-ddTHH:mm, yyyy-MM-dd or yyyy-MM
     */
    record Row(String begin, Money total, Map<String, Money> byKind) {

        Row {
            byKind = new TreeMap<>(byKind);
        }
    }

    static RevenueAnswer of(CellAnswer all, RevenueQuery query) {
        CellAnswer answer = all.where(cell -> Mode.has(query.mode(), cell.get(Dimension.KIND)));
        return new RevenueAnswer(
                answer.freshness(),
                FRANC,
                Money.of(answer.total()),
                by(answer, Dimension.KIND),
                by(answer, Dimension.PROVIDER),
                by(answer, Dimension.OPERATOR),
                query.rows() == Period.ALL ? List.of() : rows(answer, query));
    }

    private static Map<String, Money> by(CellAnswer answer, Dimension dimension) {
        return money(answer, cell -> cell.get(dimension).isEmpty() ? NONE : cell.get(dimension));
    }

    private static <K> Map<K, Money> money(CellAnswer answer, Function<Cell, K> common) {
        Map<K, Money> money = new TreeMap<>();
        answer.sumBy(common).forEach((key, sums) -> money.put(key, Money.of(sums)));
        return money;
    }

    private static List<Row> rows(CellAnswer answer, RevenueQuery query) {
        Map<Integer, Map<String, Money>> kinds = new TreeMap<>();
        answer.sumBy(cell -> Map.entry(cell.begin(), cell.get(Dimension.KIND)))
                .forEach((key, sums) -> kinds.computeIfAbsent(key.getKey(), _ -> new TreeMap<>())
                        .put(key.getValue(), Money.of(sums)));
        Map<Integer, Money> totals = money(answer, Cell::begin);
        List<Row> rows = new ArrayList<>();
        totals.forEach(
                (begin, total) -> rows.add(new Row(query.begin(begin), total, kinds.getOrDefault(begin, Map.of()))));
        return rows;
    }
}
