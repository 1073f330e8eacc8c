package rw.ishemalink.payment.reconciling;

import rw.ishemalink.payment.collecting.StatementLine.Kind;

/** What both sides call a movement of money; Airtel names a refund like the collection that went back. */
public record MovementKey(Kind kind, String reference) {

    /** What so much adds to the money that the provider holds for us. */
    public long signed(long amountRwf) {
        return switch (kind) {
            case COLLECTION -> amountRwf;
            case REFUND, TRANSFER -> -amountRwf;
        };
    }
}
