package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.query.CellAnswer;
import rw.ishemalink.analytics.query.Freshness;

/**
 * Where and when money is made, in whole francs; what is left out is 0.
 *
 * @param districts by where bookings begin and the hour of the day in which they were paid
 * @param cells by where they begin on the map, if that was asked for
 */
record HeatmapAnswer(
        @JsonUnwrapped Freshness freshness, String currency, List<HotDistrict> districts, List<HotCell> cells) {

    private static final Comparator<HotDistrict> BY_PLACE =
            Comparator.comparing(HotDistrict::place).thenComparingInt(HotDistrict::hour);

    HeatmapAnswer {
        districts = List.copyOf(districts);
        cells = List.copyOf(cells);
    }

    /**
     * A district in one hour of the day.
     *
     * @param place e.g. RW-25, or a country
     * @param hour 0 … 23, in Kigali
     */
    record HotDistrict(String place, int hour, Money revenue) {}

    private record PlaceAndHour(String place, int hour) {

        static PlaceAndHour of(Cell cell) {
            return new PlaceAndHour(
                    cell.get(Dimension.ORIGIN), Period.time(cell.begin()).getHour());
        }
    }

    static HeatmapAnswer ofDistricts(CellAnswer answer) {
        return new HeatmapAnswer(
                answer.freshness(),
                RevenueAnswer.FRANC,
                answer.sumBy(PlaceAndHour::of).entrySet().stream()
                        .map(HeatmapAnswer::district)
                        .sorted(BY_PLACE)
                        .toList(),
                List.of());
    }

    private static HotDistrict district(Map.Entry<PlaceAndHour, Sums> entry) {
        return new HotDistrict(entry.getKey().place(), entry.getKey().hour(), Money.of(entry.getValue()));
    }

    static HeatmapAnswer ofCells(CellAnswer answer, Grid grid) {
        return new HeatmapAnswer(
                answer.freshness(),
                RevenueAnswer.FRANC,
                List.of(),
                answer.sumBy(cell -> cell.get(Dimension.ORIGIN_CELL)).entrySet().stream()
                        .map(entry -> HotCell.of(entry.getKey(), entry.getValue(), grid))
                        .sorted(Comparator.comparingLong(HotCell::grossFrancs)
                                .reversed()
                                .thenComparing(HotCell::cell))
                        .toList());
    }
}
