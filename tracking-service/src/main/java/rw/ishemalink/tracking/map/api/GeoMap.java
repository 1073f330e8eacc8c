package rw.ishemalink.tracking.map.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.live.Glance;
import rw.ishemalink.tracking.map.Cell;

/** The map as a GeoJSON FeatureCollection (RFC 7946). */
public record GeoMap(String type, List<Feature> features) {

    /** A hexagon, as the point where its vehicles are in the mean. */
    public record Feature(String type, Point geometry, Properties properties) {}

    /** Longitude first. */
    public record Point(String type, List<Double> coordinates) {

        static Point of(GeoPoint point) {
            return new Point("Point", List.of(point.longitude(), point.latitude()));
        }
    }

    /**
     * What is there.
     *
     * @param cell the hexagon, as H3 writes it
     * @param moving how many say that they move
     * @param vehicleId the vehicle, where there is only one and you may know which
     * @param recordedAt when that one's position was taken
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Properties(
            String cell,
            int count,
            int moving,
            @Nullable UUID vehicleId,
            @Nullable Double speedKmh,
            @Nullable Instant recordedAt) {}

    static GeoMap of(List<Cell> cells, boolean singles) {
        return new GeoMap(
                "FeatureCollection",
                cells.stream().map(cell -> feature(cell, singles)).toList());
    }

    private static Feature feature(Cell cell, boolean singles) {
        Cell.Single only = singles ? cell.only() : null;
        Glance glance = only == null ? null : only.glance();
        return new Feature(
                "Feature",
                Point.of(cell.middle()),
                new Properties(
                        cell.id(),
                        cell.vehicles(),
                        cell.moving(),
                        only == null ? null : only.vehicleId(),
                        glance == null ? null : glance.speedKmh(),
                        glance == null ? null : glance.recordedAt()));
    }
}
