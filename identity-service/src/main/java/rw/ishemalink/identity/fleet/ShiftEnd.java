package rw.ishemalink.identity.fleet;

/** What ends a shift. */
public enum ShiftEnd {
    /** The driver went off duty. */
    OFF_DUTY,
    /** The driver was suspended. */
    SUSPENDED,
    /** It reached the longest that a shift may last. */
    TOO_LONG
}
