package rw.ishemalink.tracking.detect;

/** Kinds of vehicle that the law gives different limits. */
public enum VehicleClass {
    MOTORCYCLE,
    CAR,
    TRUCK,
    BUS
}
