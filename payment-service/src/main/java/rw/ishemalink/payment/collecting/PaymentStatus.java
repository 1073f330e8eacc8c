package rw.ishemalink.payment.collecting;

/** Where a payment stands; the names are those of the contract. */
public enum PaymentStatus {
    /** The booking lives and may be paid. */
    PENDING,
    /** One success is kept. */
    SUCCEEDED,
    /** The window closed without money. */
    EXPIRED,
    /** The booking ended before it was paid. */
    CANCELLED,
    /** Money is on its way back. */
    REFUNDING,
    /** All of it is back. */
    REFUNDED
}
