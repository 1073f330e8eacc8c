package rw.ishemalink.tracking.map;

import com.uber.h3core.H3Core;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.live.Glance;

/** Counts vehicles by hexagon. For one thread. */
final class CellCount {

    /** What a phone that lies still may say. */
    private static final double MOVING_KMH = 3;

    private static final class Sum {
        private int vehicles;
        private int moving;
        private double latitudes;
        private double longitudes;
        private Cell.@Nullable Single first;
    }

    private final Map<Long, Sum> cells = new HashMap<>();
    private final H3Core grid;
    private final int resolution;

    CellCount(H3Core grid, int resolution) {
        this.grid = grid;
        this.resolution = resolution;
    }

    void add(UUID vehicleId, Glance glance) {
        GeoPoint point = glance.point();
        Sum sum = cells.computeIfAbsent(
                grid.latLngToCell(point.latitude(), point.longitude(), resolution), _ -> new Sum());
        sum.vehicles++;
        sum.moving += glance.speedKmh() != null && glance.speedKmh() >= MOVING_KMH ? 1 : 0;
        sum.latitudes += point.latitude();
        sum.longitudes += point.longitude();
        if (sum.first == null) {
            sum.first = new Cell.Single(vehicleId, glance);
        }
    }

    /** Those cells that have so many, the fullest first. */
    List<Cell> cells(int least) {
        List<Cell> found = new ArrayList<>();
        cells.forEach((cell, sum) -> {
            if (sum.vehicles >= least) {
                found.add(new Cell(
                        grid.h3ToString(cell),
                        sum.vehicles,
                        sum.moving,
                        new GeoPoint(sum.latitudes / sum.vehicles, sum.longitudes / sum.vehicles),
                        sum.vehicles == 1 ? sum.first : null));
            }
        });
        found.sort(Comparator.comparingInt(Cell::vehicles).reversed().thenComparing(Cell::id));
        return found;
    }
}
