package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.query.CellAnswer;
import rw.ishemalink.analytics.query.Freshness;

/** What was carried, the heaviest first. */
record CommoditiesAnswer(@JsonUnwrapped Freshness freshness, List<CarriedCommodity> commodities) {

    private static final Comparator<CarriedCommodity> HEAVIEST_FIRST = Comparator.comparingLong(
                    CarriedCommodity::weightKg)
            .thenComparingLong(CarriedCommodity::revenueFrancs)
            .reversed()
            .thenComparing(CarriedCommodity::commodity);

    CommoditiesAnswer {
        commodities = List.copyOf(commodities);
    }

    /**
     * One kind of goods.
     *
     * @param commodity the catalogue's code
     * @param bookings paid bookings
     * @param deliveries of them and others, those that were delivered
     * @param weightKg what was delivered
     * @param weightShare of all that was delivered; null when nothing was
     */
    record CarriedCommodity(
            String commodity,
            long bookings,
            long deliveries,
            long weightKg,
            @Nullable Double weightShare,
            long revenueFrancs,
            long netFrancs) {

        static CarriedCommodity of(String commodity, Sums sums, Sums total) {
            return new CarriedCommodity(
                    commodity,
                    sums.get(Measure.BOOKINGS),
                    sums.get(Measure.DELIVERED),
                    sums.get(Measure.WEIGHT_KG),
                    Ratio.of(sums.get(Measure.WEIGHT_KG), total.get(Measure.WEIGHT_KG)),
                    sums.get(Measure.GROSS),
                    sums.net());
        }
    }

    static CommoditiesAnswer of(CellAnswer answer) {
        Sums total = answer.total();
        return new CommoditiesAnswer(
                answer.freshness(),
                answer.sumBy(cell -> cell.get(Dimension.COMMODITY)).entrySet().stream()
                        .map(entry -> CarriedCommodity.of(entry.getKey(), entry.getValue(), total))
                        .sorted(HEAVIEST_FIRST)
                        .toList());
    }
}
