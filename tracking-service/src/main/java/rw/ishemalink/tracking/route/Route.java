package rw.ishemalink.tracking.route;

import java.util.List;
import rw.ishemalink.tracking.geofence.GeoPoint;

/**
 * A way by road, and how it was found.
 *
 * @param points along the road; empty where the road is not known or was not asked for
 */
public record Route(RoadLeg leg, RoadSource source, List<GeoPoint> points) {

    public Route {
        points = List.copyOf(points);
    }
}
