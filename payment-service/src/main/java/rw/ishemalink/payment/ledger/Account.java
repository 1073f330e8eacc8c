package rw.ishemalink.payment.ledger;

/** The accounts of each tenant's books. */
public enum Account {
    /** Asset: money that payers sent and MTN holds for us. */
    PAYER_CLEARING_MTN,
    /** Income: prices without VAT. */
    REVENUE,
    /** Liability: VAT owed to the Rwanda Revenue Authority. */
    VAT_PAYABLE,
    /** Liability: money owed back to payers. */
    REFUNDS_PAYABLE
}
