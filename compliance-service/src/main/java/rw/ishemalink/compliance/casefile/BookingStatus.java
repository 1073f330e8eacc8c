package rw.ishemalink.compliance.casefile;

/** Where a booking stands. */
public enum BookingStatus {
    DRAFT,
    CONFIRMED,
    PAID,
    ASSIGNED,
    IN_TRANSIT,
    AT_BORDER,
    DELIVERED,
    FAILED,
    CANCELLED;

    /** Whether the transport has been sold: the money came, and the booking has not ended without a journey. */
    public boolean isSold() {
        return switch (this) {
            case PAID, ASSIGNED, IN_TRANSIT, AT_BORDER, DELIVERED -> true;
            case DRAFT, CONFIRMED, FAILED, CANCELLED -> false;
        };
    }

    /** Whether a driver and vehicle have been cleared for it. */
    public boolean isAssigned() {
        return switch (this) {
            case ASSIGNED, IN_TRANSIT, AT_BORDER, DELIVERED -> true;
            case DRAFT, CONFIRMED, PAID, FAILED, CANCELLED -> false;
        };
    }
}
