package rw.ishemalink.backup.base;

/** Whether a server that still follows the log lets anybody in to read. */
public enum Readers {
    /** Whoever restores asks it how far it is. */
    LET_IN,
    /** A service that was let in would take the refusal to write for a fault. */
    KEPT_OUT
}
