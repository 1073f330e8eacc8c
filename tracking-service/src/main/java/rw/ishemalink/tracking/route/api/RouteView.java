package rw.ishemalink.tracking.route.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.route.RoadSource;
import rw.ishemalink.tracking.route.Route;

/**
 * A way by road.
 *
 * @param seconds without stops
 * @param source GRAPHHOPPER along known roads; ROAD_FACTOR is a guess
 * @param geometry where the road is known
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RouteView(
        long metres,
        long seconds,
        RoadSource source,
        @Nullable LineString geometry) {

    /**
     * A GeoJSON geometry (RFC 7946).
     *
     * @param coordinates longitude and latitude of each point
     */
    public record LineString(String type, List<List<Double>> coordinates) {

        static LineString of(List<GeoPoint> points) {
            return new LineString(
                    "LineString",
                    points.stream()
                            .map(point -> List.of(point.longitude(), point.latitude()))
                            .toList());
        }
    }

    static RouteView of(Route route) {
        return new RouteView(
                route.leg().metres(),
                route.leg().time().toSeconds(),
                route.source(),
                route.points().isEmpty() ? null : LineString.of(route.points()));
    }
}
