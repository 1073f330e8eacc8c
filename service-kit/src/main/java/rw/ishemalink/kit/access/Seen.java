package rw.ishemalink.kit.access;

/** What was seen, as {@code access.records} names it. */
public enum Seen {
    PROFILE,
    BOOKING,
    PAYMENT,
    TRACK,
    /** Entries of the audit trail. */
    TRAIL,
    /** A copy of entries, to take away. */
    EXPORT,
    /** Goods and papers at customs. */
    INSPECTION
}
