package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.query.CellAnswer;
import rw.ishemalink.analytics.query.Freshness;

/**
 * The routes with most deliveries, the first first.
 *
 * @param found how many routes there are in all
 */
record RoutesAnswer(@JsonUnwrapped Freshness freshness, int found, List<RankedRoute> routes) {

    private static final Comparator<Map.Entry<Ends, Sums>> BEST_FIRST = Comparator.comparingLong(
                    (Map.Entry<Ends, Sums> route) -> route.getValue().get(Measure.DELIVERED))
            .thenComparingLong(route -> route.getValue().get(Measure.GROSS))
            .reversed()
            .thenComparing(
                    route -> route.getKey().origin() + '>' + route.getKey().destination());

    RoutesAnswer {
        routes = List.copyOf(routes);
    }

    private record Ends(String origin, String destination) {

        static Ends of(Cell cell) {
            return new Ends(cell.get(Dimension.ORIGIN), cell.get(Dimension.DESTINATION));
        }
    }

    /**
     * A route.
     *
     * @param bookings paid bookings on it, delivered or not
     * @param calledOff bookings that were cancelled or failed
     * @param deliveries bookings delivered on it
     * @param weightKg what they weighed
     * @param revenueFrancs what was paid for the bookings
     * @param netFrancs without the VAT
     * @param transit how long deliveries took; null when nobody knows
     * @param onTimeShare of the deliveries whose arrival was estimated, those that came by then; null when none was
     */
    record RankedRoute(
            int rank,
            End origin,
            End destination,
            long bookings,
            long calledOff,
            long deliveries,
            long weightKg,
            long revenueFrancs,
            long netFrancs,
            @Nullable Transit transit,
            @Nullable Double onTimeShare) {}

    /**
     * Where a route begins or ends.
     *
     * @param country ISO 3166-1 alpha-2
     * @param district district code 11…57; left out abroad and where only a point is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record End(String country, @Nullable String district) {

        static End of(String code) {
            int dash = code.indexOf('-');
            return dash < 0 ? new End(code, null) : new End(code.substring(0, dash), code.substring(dash + 1));
        }
    }

    static RoutesAnswer of(CellAnswer answer, int limit) {
        List<Map.Entry<Ends, Sums>> all = new ArrayList<>(answer.sumBy(Ends::of).entrySet());
        all.sort(BEST_FIRST);
        List<RankedRoute> best = new ArrayList<>();
        for (Map.Entry<Ends, Sums> route : all.subList(0, Math.min(limit, all.size()))) {
            best.add(ranked(best.size() + 1, route.getKey(), route.getValue()));
        }
        return new RoutesAnswer(answer.freshness(), all.size(), best);
    }

    private static RankedRoute ranked(int rank, Ends ends, Sums sums) {
        return new RankedRoute(
                rank,
                End.of(ends.origin()),
                End.of(ends.destination()),
                sums.get(Measure.BOOKINGS),
                sums.get(Measure.CALLED_OFF),
                sums.get(Measure.DELIVERED),
                sums.get(Measure.WEIGHT_KG),
                sums.get(Measure.GROSS),
                sums.net(),
                Transit.of(sums),
                Ratio.of(sums.get(Measure.ON_TIME), sums.get(Measure.PROMISED)));
    }
}
