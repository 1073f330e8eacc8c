package rw.ishemalink.notification.policies;

/** What is booked, as far as it matters for who is told what. */
public enum BookingSort {
    DOMESTIC_CARGO,
    EXPORT,
    RIDE,
    TICKET
}
