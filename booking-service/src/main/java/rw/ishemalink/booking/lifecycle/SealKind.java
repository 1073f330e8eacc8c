package rw.ishemalink.booking.lifecycle;

/** Whose seal it is. */
public enum SealKind {
    /** Of the revenue authority. */
    CUSTOMS,
    /** Of the haulier. */
    CARRIER,
    /** Electronic, of the regional cargo tracking system that Kenya, Uganda and Rwanda share. */
    RECTS
}
