package rw.ishemalink.identity.deadline;

/** Something that happens by itself once its time has come. */
public interface Deadline {

    /** Does one thing that is due, in one transaction; false when nothing is. */
    boolean meetOne();
}
