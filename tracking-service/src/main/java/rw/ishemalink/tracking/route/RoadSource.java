package rw.ishemalink.tracking.route;

/** How a way was found. */
public enum RoadSource {
    /** Along roads of OpenStreetMap. */
    GRAPHHOPPER,
    /** Great circle times a factor: a guess. */
    ROAD_FACTOR
}
