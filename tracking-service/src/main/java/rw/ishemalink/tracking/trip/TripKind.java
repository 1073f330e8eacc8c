package rw.ishemalink.tracking.trip;

/** What is moved. */
public enum TripKind {
    CARGO_DOMESTIC,
    CARGO_INTERNATIONAL,
    RIDE,
    TICKET
}
