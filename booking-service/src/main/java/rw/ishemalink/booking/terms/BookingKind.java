package rw.ishemalink.booking.terms;

/** What can be booked. */
public enum BookingKind {
    /** Goods inside Rwanda. */
    CARGO_DOMESTIC,
    /** Goods across the border, with customs. */
    CARGO_INTERNATIONAL,
    /** A person, by moto. */
    RIDE
}
