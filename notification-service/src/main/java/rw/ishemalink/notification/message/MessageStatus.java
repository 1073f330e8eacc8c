package rw.ishemalink.notification.message;

/** Where a message stands. */
public enum MessageStatus {
    PENDING,
    SENT,
    FAILED
}
