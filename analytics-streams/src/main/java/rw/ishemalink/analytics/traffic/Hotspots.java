package rw.ishemalink.analytics.traffic;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rw.ishemalink.analytics.cube.Cell;
import rw.ishemalink.analytics.cube.Dimension;
import rw.ishemalink.analytics.cube.Measure;
import rw.ishemalink.analytics.cube.Sums;

/**
 * Finds the slowest cells. An hour in which few vehicles were in a cell tells the way of one of them, so each hour of each
 * cell has enough of them or is left out, whatever is asked for: no two answers differ by an hour that has not.
 */
public final class Hotspots {

    /** Vehicles in a cell and hour; tracking shows three to agencies, but without the time and the way of a whole hour. */
    public static final int LEAST_VEHICLES = 5;

    /** Positions in a cell; fewer say nothing of its traffic. */
    public static final int LEAST_FIXES = 20;

    private static final Comparator<Hotspot> SLOWEST_FIRST =
            Comparator.comparingDouble(Hotspot::meanSpeedKmh).thenComparing(Hotspot::cell);

    private Hotspots() {}

    private record CellOfHour(String cell, int hour) {}

    /** The slowest of those cells, the slowest first. */
    public static List<Hotspot> slowest(Map<Cell, Sums> hours, int limit) {
        Map<CellOfHour, Sums> ofAllTenants = new HashMap<>();
        hours.forEach((cell, sums) ->
                ofAllTenants.merge(new CellOfHour(cell.get(Dimension.TRAFFIC_CELL), cell.begin()), sums, Sums::plus));
        return ofAllTenants.entrySet().stream()
                .filter(hour -> hour.getValue().get(Measure.PEOPLE) >= LEAST_VEHICLES)
                .filter(hour -> hour.getValue().get(Measure.FIXES) > 0)
                .collect(Collectors.groupingBy(
                        hour -> hour.getKey().cell(), Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .entrySet()
                .stream()
                .map(cell -> hotspot(cell.getKey(), cell.getValue()))
                .filter(hotspot -> hotspot.fixes() >= LEAST_FIXES)
                .sorted(SLOWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private static Hotspot hotspot(String cell, Collection<Sums> hours) {
        Sums all = hours.stream().reduce(Sums.ZERO, Sums::plus);
        return new Hotspot(
                cell,
                meanSpeed(all),
                hours.stream().mapToDouble(Hotspots::meanSpeed).max().orElseThrow(),
                (double) all.get(Measure.SLOW_FIXES) / all.get(Measure.FIXES),
                all.get(Measure.FIXES),
                hours.stream().mapToLong(hour -> hour.get(Measure.PEOPLE)).max().orElseThrow(),
                hours.size());
    }

    private static double meanSpeed(Sums sums) {
        return (double) sums.get(Measure.SPEED_KMH) / sums.get(Measure.FIXES);
    }
}
