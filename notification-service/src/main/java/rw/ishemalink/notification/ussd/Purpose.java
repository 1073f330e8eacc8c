package rw.ishemalink.notification.ussd;

/** What a list of shipments is looked through for. */
public enum Purpose {
    PAY,
    FOLLOW
}
