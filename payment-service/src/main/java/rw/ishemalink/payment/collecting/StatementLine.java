package rw.ishemalink.payment.collecting;

import java.time.Instant;

/**
 * One movement as the provider's own settlement file tells of it.
 *
 * @param reference what we called it; an Airtel refund carries the reference of the collection that went back, for Airtel
 *     knows no other
 * @param transactionId the provider's id of the movement
 * @param amountRwf whole francs
 * @param feeRwf what the provider kept for it, whole francs
 * @param at when the provider decided it
 */
public record StatementLine(
        String reference, String transactionId, Kind kind, long amountRwf, long feeRwf, Status status, Instant at) {

    /** Which way the money went: to us, back to a payer, out to a payee. */
    public enum Kind {
        COLLECTION,
        REFUND,
        TRANSFER
    }

    /** How it ended. */
    public enum Status {
        SUCCEEDED,
        FAILED
    }

    /** The same movement under another name. */
    public StatementLine called(String otherReference) {
        return new StatementLine(otherReference, transactionId, kind, amountRwf, feeRwf, status, at);
    }
}
