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
    NO_BORDER("no-border");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Whether a fact that is refused so came before what it builds on, and may hold when it is heard again. */
    public boolean isTooEarly() {
        return this == NOT_PAID || this == NO_RECEIPT;
    }
}
