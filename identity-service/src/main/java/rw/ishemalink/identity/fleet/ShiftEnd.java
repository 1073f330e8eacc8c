package rw.ishemalink.identity.fleet;

/** What ends a shift. */
public enum ShiftEnd {
    /** The driver went off duty. */
    OFF_DUTY,
    /** The driver was suspended. */
    SUSPENDED,
    /** The driver's papers changed, and nobody has checked them yet. */
    NEW_PAPERS,
    /** The driver's papers were refused. */
    REJECTED,
    /** It reached the longest that a shift may last. */
    TOO_LONG
}
