package rw.ishemalink.tracking.route;

import rw.ishemalink.tracking.geofence.GeoPoint;

/** Roads, as well as they are known. Asked by many threads at once; never waits for a network. */
public interface RoadNetwork {

    /** The best way between two places; as good a guess as can be had where no road is known. */
    RoadLeg leg(GeoPoint from, GeoPoint to);
}
