package rw.ishemalink.identity.fleet;

/** Kinds of vehicle, by MDS vehicle_type. */
public enum VehicleKind {
    MOTORCYCLE,
    CAR,
    TRUCK,
    BUS
}
