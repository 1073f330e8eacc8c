package rw.ishemalink.booking.sync;

/** How far an action got. */
public enum SyncState {
    /** Stored; its turn will come. */
    QUEUED,
    /** Tried; it builds on something that has not happened yet, and is tried again. */
    WAITING,
    /** Its effect is committed. */
    DONE,
    /** It never will be done. */
    REFUSED;

    /** Whether it may still be done. */
    public boolean isOpen() {
        return this == QUEUED || this == WAITING;
    }
}
