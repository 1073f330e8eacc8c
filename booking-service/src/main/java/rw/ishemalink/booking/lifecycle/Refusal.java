package rw.ishemalink.booking.lifecycle;

/** Why a command changes nothing. The code is that of the problem which a person is told. */
public enum Refusal {
    /** The person's roles, or relation to this booking, do not allow it. */
    NOT_ALLOWED("not-your-action"),
    /** The booking's life is over. */
    ENDED("booking-ended"),
    /** The booking is not where this can happen; it may be too early, too late or done already. */
    WRONG_STATUS("wrong-status"),
    /** Not before the payment (mission C1). */
    NOT_PAID("not-paid"),
    /** Not before the receipt (mission C14). */
    NO_RECEIPT("no-receipt"),
    /** The receipt that stands is as good or better. */
    RECEIPT_STANDS("receipt-stands"),
    /** That driver with that vehicle is asked already. */
    ALREADY_ASKED("driver-already-asked"),
    /** Another driver was quicker. */
    RIDE_TAKEN("ride-taken"),
    /** The fact is about a driver or vehicle that is not, or no longer, asked. */
    OTHER_DRIVER_ASKED("other-driver-asked"),
    /** The journey crosses no border. */
    NO_BORDER("no-border"),
    /** A ride has no cargo manifest. */
    NO_MANIFEST("no-manifest"),
    /** It was done before, and once is enough. */
    DONE_ALREADY("done-already"),
    /** The pick-up is wished for later; a driver is bound only shortly before. */
    SCHEDULED_LATER("scheduled-later"),
    /** What compliance checked is no longer valid; it is checked anew. */
    CLEARANCE_LAPSED("clearance-lapsed"),
    /** Cargo is handed over against the receiver's one-time code. */
    CODE_NEEDED("delivery-code-needed"),
    /** That is not the receiver's code. */
    CODE_WRONG("delivery-code-wrong"),
    /** Too many wrong codes; the sender or a dispatcher asks for a new one. */
    CODE_LOCKED("delivery-code-locked"),
    /** Once it is on the road, only customs touch its papers and seals. */
    DEPARTED("departed"),
    /** A seal of that number was put on before; numbers are used once. */
    SEAL_KNOWN("seal-known"),
    /** No seal of that number was put on. */
    NO_SUCH_SEAL("no-such-seal"),
    /** It was broken before, for another reason or with another replacement. */
    SEAL_BROKEN("seal-broken"),
    /** There is no such hold. */
    NO_SUCH_HOLD("no-such-hold"),
    /** Nothing leaves the border while a hold stands. */
    HELD("held-at-border"),
    /** More seals or holds than any journey has. */
    CUSTOMS_FULL("customs-records-full");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * Whether an action without network that is refused so may yet hold: it builds on one that has not reached us.
     * WRONG_STATUS may also mean too late; who asks compares the statuses.
     */
    public boolean mayHoldLater() {
        return switch (this) {
            case WRONG_STATUS, NOT_PAID, NO_RECEIPT, SCHEDULED_LATER, CLEARANCE_LAPSED -> true;
            case NOT_ALLOWED,
                    ENDED,
                    RECEIPT_STANDS,
                    ALREADY_ASKED,
                    RIDE_TAKEN,
                    OTHER_DRIVER_ASKED,
                    NO_BORDER,
                    NO_MANIFEST,
                    DONE_ALREADY,
                    CODE_NEEDED,
                    CODE_WRONG,
                    CODE_LOCKED,
                    DEPARTED,
                    SEAL_KNOWN,
                    NO_SUCH_SEAL,
                    SEAL_BROKEN,
                    NO_SUCH_HOLD,
                    HELD,
                    CUSTOMS_FULL -> false;
        };
    }

    /** Whether a fact that is refused so came before what it builds on, and may hold when it is heard again. */
    public boolean isTooEarly() {
        return this == NOT_PAID || this == NO_RECEIPT;
    }
}
