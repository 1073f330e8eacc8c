package rw.ishemalink.notification.ussd;

/** Where a booking stands; the names are booking-service's. */
public enum ShipmentStatus {
    DRAFT,
    CONFIRMED,
    PAID,
    ASSIGNED,
    IN_TRANSIT,
    AT_BORDER,
    DELIVERED,
    FAILED,
    CANCELLED;

    /** Whether money is waited for. */
    boolean unpaid() {
        return this == DRAFT || this == CONFIRMED;
    }
}
