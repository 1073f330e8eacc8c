package rw.ishemalink.notification.policies;

/** The moments of a booking that somebody may want to hear of. */
public enum BookingMoment {
    /** A cleared driver and vehicle are bound to it. */
    ASSIGNED,
    PICKED_UP,
    ARRIVED_AT_BORDER,
    HELD_AT_BORDER,
    LEFT_BORDER,
    DELIVERED,
    /** It ended because it was not paid in time. */
    FAILED
}
