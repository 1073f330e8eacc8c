package rw.ishemalink.booking.lifecycle;

/** The one status vocabulary of cargo, rides and tickets (mission, Rules with numbers). */
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

    /** Whether the booking's life is over: no status follows. */
    public boolean isTerminal() {
        return this == DELIVERED || this == FAILED || this == CANCELLED;
    }

    /** Whether a driver moves it, or may at once: needs payment, receipt and clearance. */
    public boolean needsClearance() {
        return switch (this) {
            case ASSIGNED, IN_TRANSIT, AT_BORDER, DELIVERED -> true;
            case DRAFT, CONFIRMED, PAID, FAILED, CANCELLED -> false;
        };
    }
}
