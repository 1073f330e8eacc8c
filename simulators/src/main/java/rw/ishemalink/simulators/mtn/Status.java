package rw.ishemalink.simulators.mtn;

/** Status of an operation; CREATED was seen in the sandbox only. */
public enum Status {
    CREATED,
    PENDING,
    SUCCESSFUL,
    FAILED
}
