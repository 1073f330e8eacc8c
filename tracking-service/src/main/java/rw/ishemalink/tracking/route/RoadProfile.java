package rw.ishemalink.tracking.route;

/** What drives: not every road carries a truck, and trucks are slower. */
public enum RoadProfile {
    CAR,
    TRUCK
}
