package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDateTime;
import java.util.List;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.query.CellAnswer;
import rw.ishemalink.analytics.query.Freshness;
import rw.ishemalink.analytics.traffic.Hotspot;
import rw.ishemalink.analytics.traffic.Hotspots;

/**
 * Where traffic was slow.
 *
 * @param from begin of the first hour, in Kigali
 * @param to begin of the last hour
 * @param leastVehicles how many vehicles a cell must have had in an hour for the hour to count
 */
record HotspotsAnswer(
        @JsonUnwrapped Freshness freshness,
        LocalDateTime from,
        LocalDateTime to,
        int leastVehicles,
        List<SlowCell> hotspots) {

    private static final double TENTHS = 10;

    HotspotsAnswer {
        hotspots = List.copyOf(hotspots);
    }

    /**
     * A cell.
     *
     * @param latitude of its middle
     * @param longitude of its middle
     * @param freeFlowKmh mean speed in its fastest hour among those asked for: what is slow there beside what is possible
     * @param slowShare which part of the positions was below 15 km/h, 0 … 1
     * @param fixes positions of vehicles on the way; who is parked is not among them
     * @param vehicles in the hour that had most
     * @param hours that count
     */
    record SlowCell(
            String cell,
            double latitude,
            double longitude,
            double meanSpeedKmh,
            double freeFlowKmh,
            double slowShare,
            long fixes,
            long vehicles,
            int hours) {

        static SlowCell of(Hotspot hotspot, Grid grid) {
            Grid.Middle middle = grid.middle(hotspot.cell());
            return new SlowCell(
                    hotspot.cell(),
                    middle.latitude(),
                    middle.longitude(),
                    tenths(hotspot.meanSpeedKmh()),
                    tenths(hotspot.freeFlowKmh()),
                    Ratio.rounded(hotspot.slowShare()),
                    hotspot.fixes(),
                    hotspot.vehicles(),
                    hotspot.hours());
        }
    }

    static HotspotsAnswer of(CellAnswer answer, Hours hours, int limit, Grid grid) {
        return new HotspotsAnswer(
                answer.freshness(),
                Period.time(hours.first()),
                Period.time(hours.last()),
                Hotspots.LEAST_VEHICLES,
                Hotspots.slowest(answer.cells(), limit).stream()
                        .map(hotspot -> SlowCell.of(hotspot, grid))
                        .toList());
    }

    private static double tenths(double speed) {
        return Math.round(speed * TENTHS) / TENTHS;
    }
}
