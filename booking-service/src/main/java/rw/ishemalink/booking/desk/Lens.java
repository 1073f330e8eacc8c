package rw.ishemalink.booking.desk;

/** In which role somebody looks at bookings; each shows others of them. */
public enum Lens {
    /** What I booked, for myself or as an agent. */
    SENDER,
    /** What I am asked to move, or move. */
    DRIVER,
    /** What my fleet is asked to move, or moves. */
    OPERATOR,
    /** What crosses the border. */
    CUSTOMS,
    /** Everything of the tenant. */
    STAFF
}
