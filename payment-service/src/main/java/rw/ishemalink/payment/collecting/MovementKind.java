package rw.ishemalink.payment.collecting;

/** Which way money moves. */
public enum MovementKind {
    /** An attempt: from the payer to us. */
    COLLECTION,
    /** Back to the payer. */
    REFUND
}
