package rw.ishemalink.analytics.customers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rw.ishemalink.analytics.cube.Aggregate;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;

/**
 * What a purchase adds to the sums that may leave a country. All of it, also the delivery, counts where it was paid: so
 * the people of a cell are those of each of its numbers, and a few of them never stand alone behind one.
 */
final class Summaries {

    private Summaries() {}

    /** Without the person, who counts once however many purchases there are. */
    static Map<Cell, Sums> of(String tenant, Purchase purchase) {
        Sums sums = Sums.of(Map.of(
                Measure.BOOKINGS,
                1L,
                Measure.GROSS,
                purchase.grossFrancs(),
                Measure.DELIVERED,
                purchase.delivered() ? 1L : 0L,
                Measure.WEIGHT_KG,
                purchase.weightKg()));
        Map<Cell, Sums> cells = new HashMap<>();
        groups(purchase).forEach((summary, group) -> {
            for (Period period : Aggregate.SUMMARIES.periods()) {
                int begin = period.begin(purchase.paidAt());
                cells.put(new Cell(Aggregate.SUMMARIES, tenant, period, begin, List.of(summary, group)), sums);
            }
        });
        return cells;
    }

    private static Map<String, String> groups(Purchase purchase) {
        Map<String, String> groups = new HashMap<>();
        groups.put(Aggregate.REVENUE.name(), "kind=" + purchase.kind());
        groups.put(Aggregate.ROUTES.name(), "origin=" + purchase.origin() + ",destination=" + purchase.destination());
        if (!purchase.commodity().isEmpty()) {
            groups.put(Aggregate.COMMODITIES.name(), "commodity=" + purchase.commodity());
        }
        return groups;
    }
}
