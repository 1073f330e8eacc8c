package rw.ishemalink.simulators.money;

/** How an operation stands; every operator has words of its own for it. */
public enum Status {
    /** Seen in MTN's sandbox only. */
    CREATED,
    PENDING,
    /** The operator itself does not know; only Airtel says so, others say that it is pending. */
    AMBIGUOUS,
    SUCCESSFUL,
    FAILED
}
