package rw.ishemalink.payment.ledger;

/** How a transfer counts. A reservation is posted or voided by a further transfer with the same entries, once. */
public enum Phase {
    /** At once. */
    DIRECT,
    /** Not yet: only in what is pending. */
    RESERVE,
    /** A reservation took place: from pending to posted. */
    POST,
    /** A reservation did not: out of pending. */
    VOID
}
