package rw.ishemalink.booking.lifecycle;

/** What can happen to a booking; each is one event and one row of history. */
public enum Change {
    CREATED,
    EDITED,
    CONFIRMED,
    PAID,
    RECEIPT_RECORDED,
    ASSIGNMENT_REQUESTED,
    ASSIGNMENT_REFUSED,
    ASSIGNED,
    MANIFEST_ACCEPTED,
    CARNET_GIVEN,
    SEALED,
    SEAL_BROKEN,
    PICKED_UP,
    ARRIVED_AT_BORDER,
    HELD_AT_BORDER,
    HOLD_RELEASED,
    LEFT_BORDER,
    DELIVERED,
    RATED,
    FAILED,
    CANCELLED
}
