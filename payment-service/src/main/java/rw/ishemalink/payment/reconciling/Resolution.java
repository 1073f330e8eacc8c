package rw.ishemalink.payment.reconciling;

/** What a person decides about a case; {@link Remedies} says which fits which. */
public enum Resolution {
    /** The money of an attempt that we held undone came: it is booked as late money, and goes back by itself. */
    COLLECT_LATE,
    /** What the provider holds more is somebody's: we owe it. */
    OWE_BACK,
    /** What the provider holds less was paid to someone whom we owed it. */
    DEBT_PAID,
    /** The provider's figure is right: what is more we owe, what is less is our loss. */
    ACCEPT_THEIRS,
    /** What the provider holds less is our loss. */
    WRITE_OFF,
    /** The provider will mend its statement; no entry, and the case waits for that. */
    PROVIDER_CORRECTS
}
