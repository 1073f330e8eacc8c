package rw.ishemalink.tracking.vehicle;

/** Something that is remembered from the database: {@link Memory} keeps it up to date. */
public interface Remembered {

    /** Reads what changed since the last time, at first all. Called by one thread at a time. */
    void catchUp();
}
