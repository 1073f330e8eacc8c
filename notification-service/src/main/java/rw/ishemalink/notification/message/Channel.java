package rw.ishemalink.notification.message;

/** How a message travels. */
public enum Channel {
    SMS,
    EMAIL,
    /** By the app alone; the app shows every other note too. */
    PUSH
}
