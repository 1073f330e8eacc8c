package rw.ishemalink.notification.message;

/** Where a message stands. */
public enum MessageStatus {
    PENDING,
    /** A provider took it. */
    SENT,
    FAILED,
    /** The phone has it. */
    DELIVERED,
    /** It was sent and did not arrive. */
    UNDELIVERED,
    /** The person did not want it. */
    WITHHELD
}
