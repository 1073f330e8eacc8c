package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;
import rw.ishemalink.analytics.query.CellAnswer;
import rw.ishemalink.analytics.query.Freshness;

/** When people book: all 168 hours of the week, Monday's first. */
record PatternsAnswer(@JsonUnwrapped Freshness freshness, List<HourOfWeek> hours) {

    private static final int HOURS_OF_A_DAY = 24;
    private static final int HOURS_OF_A_WEEK = 168;

    PatternsAnswer {
        hours = List.copyOf(hours);
    }

    /**
     * What was booked in one hour of the week, in Kigali, whenever it was paid and delivered.
     *
     * @param hour 0 … 23
     * @param created bookings that were made
     * @param paid those of them that were paid and not given back
     */
    record HourOfWeek(
            DayOfWeek day, int hour, long created, long paid, long delivered, long calledOff, long grossFrancs) {

        static HourOfWeek of(int hourOfWeek, Sums sums) {
            return new HourOfWeek(
                    DayOfWeek.of(hourOfWeek / HOURS_OF_A_DAY + 1),
                    hourOfWeek % HOURS_OF_A_DAY,
                    sums.get(Measure.CREATED),
                    sums.get(Measure.BOOKINGS),
                    sums.get(Measure.DELIVERED),
                    sums.get(Measure.CALLED_OFF),
                    sums.get(Measure.GROSS));
        }
    }

    static PatternsAnswer of(CellAnswer answer) {
        Map<Integer, Sums> sums = answer.sumBy(cell -> Integer.parseInt(cell.get(Dimension.HOUR_OF_WEEK)));
        return new PatternsAnswer(
                answer.freshness(),
                IntStream.range(0, HOURS_OF_A_WEEK)
                        .mapToObj(hour -> HourOfWeek.of(hour, sums.getOrDefault(hour, Sums.ZERO)))
                        .toList());
    }
}
