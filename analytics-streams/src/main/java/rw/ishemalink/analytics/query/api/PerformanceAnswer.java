package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.query.CellAnswer;
import rw.ishemalink.analytics.query.Freshness;

/** What drivers did, who delivered most first. Ids only: names are personal data. */
record PerformanceAnswer(@JsonUnwrapped Freshness freshness, List<Performance> drivers) {

    private static final Comparator<Performance> MOST_DELIVERIES = Comparator.comparingLong(Performance::deliveries)
            .thenComparingLong(Performance::revenueFrancs)
            .reversed()
            .thenComparing(performance -> performance.driverId().toString());

    PerformanceAnswer {
        drivers = List.copyOf(drivers);
    }

    /**
     * What one driver did.
     *
     * @param revenueFrancs what was paid for the bookings delivered
     * @param ratings deliveries with stars
     * @param rating stars a rating; null without any
     * @param promised deliveries of which a time of arrival had been estimated at the pick-up
     * @param onTimeShare the part of them that came by then; null without any
     * @param transit from pick-up to delivery; null when nobody knows
     */
    record Performance(
            UUID driverId,
            long deliveries,
            long weightKg,
            long revenueFrancs,
            long ratings,
            @Nullable Double rating,
            long promised,
            @Nullable Double onTimeShare,
            @Nullable Transit transit) {

        static Performance of(Map.Entry<String, Sums> driver) {
            Sums sums = driver.getValue();
            return new Performance(
                    UUID.fromString(driver.getKey()),
                    sums.get(Measure.DELIVERED),
                    sums.get(Measure.WEIGHT_KG),
                    sums.get(Measure.GROSS),
                    sums.get(Measure.RATED),
                    Ratio.of(sums.get(Measure.STARS), sums.get(Measure.RATED)),
                    sums.get(Measure.PROMISED),
                    Ratio.of(sums.get(Measure.ON_TIME), sums.get(Measure.PROMISED)),
                    Transit.of(sums));
        }
    }

    static PerformanceAnswer of(CellAnswer cells, int limit) {
        return new PerformanceAnswer(
                cells.freshness(),
                cells.sumBy(cell -> cell.get(Dimension.DRIVER)).entrySet().stream()
                        .map(Performance::of)
                        .sorted(MOST_DELIVERIES)
                        .limit(limit)
                        .toList());
    }
}
