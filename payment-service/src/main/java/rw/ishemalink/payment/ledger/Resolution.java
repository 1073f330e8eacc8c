package rw.ishemalink.payment.ledger;

/** What came of posting or voiding a reservation. */
public enum Resolution {
    /** It was open, and is resolved now. */
    DONE,
    /** It had been resolved the same way; nothing was written. */
    DONE_BEFORE,
    /** It had been resolved the other way; nothing was written. */
    RESOLVED_OTHERWISE
}
