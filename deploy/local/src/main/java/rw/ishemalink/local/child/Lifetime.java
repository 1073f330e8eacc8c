package rw.ishemalink.local.child;

/** How long a child process may live. */
public enum Lifetime {
    /**
     * Ends with the JVM that started it, even when that one is killed (Linux with {@code setpriv}; elsewhere only when
     * the JVM ends in an orderly way).
     */
    WITH_PARENT,
    /** Lives on after the JVM that started it, in a session of its own where {@code setsid} exists. */
    DETACHED
}
