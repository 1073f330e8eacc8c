package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rw.ishemalink.analytics.query.Answer;
import rw.ishemalink.analytics.query.Freshness;
import rw.ishemalink.analytics.revenue.Revenue;
import rw.ishemalink.analytics.revenue.RevenueRow;

/**
 * What was earned, in whole francs.
 *
 * @param total of the period asked for
 * @param byKind the total by kind of booking
 * @param days each day of the period on which something was earned; empty when all days together were asked for
 */
record RevenueAnswer(
        @JsonUnwrapped Freshness freshness,
        String currency,
        Revenue total,
        Map<String, Revenue> byKind,
        List<DayRevenue> days) {

    private static final String FRANC = "RWF";

    RevenueAnswer {
        byKind = new TreeMap<>(byKind);
        days = List.copyOf(days);
    }

    /** One day in Kigali. */
    record DayRevenue(LocalDate day, Revenue total, Map<String, Revenue> byKind) {}

    static RevenueAnswer of(Answer<RevenueRow> answer) {
        List<RevenueRow> rows = answer.rows();
        Map<LocalDate, List<RevenueRow>> byDay = rows.stream()
                .filter(row -> row.day().isPresent())
                .collect(Collectors.groupingBy(row -> row.day().orElseThrow(), TreeMap::new, Collectors.toList()));
        return new RevenueAnswer(
                answer.freshness(),
                FRANC,
                total(rows),
                byKind(rows),
                byDay.entrySet().stream()
                        .map(day -> new DayRevenue(day.getKey(), total(day.getValue()), byKind(day.getValue())))
                        .toList());
    }

    private static Revenue total(List<RevenueRow> rows) {
        return rows.stream().map(RevenueRow::revenue).reduce(Revenue.ZERO, Revenue::plus);
    }

    private static Map<String, Revenue> byKind(List<RevenueRow> rows) {
        return rows.stream()
                .collect(Collectors.toMap(RevenueRow::kind, RevenueRow::revenue, Revenue::plus, TreeMap::new));
    }
}
