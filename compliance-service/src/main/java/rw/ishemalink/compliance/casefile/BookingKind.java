package rw.ishemalink.compliance.casefile;

/** What is booked. */
public enum BookingKind {
    CARGO_DOMESTIC,
    CARGO_INTERNATIONAL,
    RIDE,
    TICKET
}
