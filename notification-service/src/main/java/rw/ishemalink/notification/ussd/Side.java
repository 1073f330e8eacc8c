package rw.ishemalink.notification.ussd;

/** One end of a journey. */
public enum Side {
    ORIGIN,
    DESTINATION
}
