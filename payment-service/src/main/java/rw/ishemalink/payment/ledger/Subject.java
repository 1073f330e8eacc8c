package rw.ishemalink.payment.ledger;

import java.util.UUID;

/** What a transfer is about. */
public record Subject(Type type, UUID id) {

    /** What kind of thing it is. */
    public enum Type {
        PAYMENT,
        BOOKING,
        PAYOUT,
        /** A run that pays operators or tenants what they are owed. */
        SETTLEMENT,
        /** A case of reconciliation. */
        RECONCILIATION
    }

    public static Subject payment(UUID paymentId) {
        return new Subject(Type.PAYMENT, paymentId);
    }

    public static Subject booking(UUID bookingId) {
        return new Subject(Type.BOOKING, bookingId);
    }

    public static Subject payout(UUID payoutId) {
        return new Subject(Type.PAYOUT, payoutId);
    }

    public static Subject settlement(UUID settlementId) {
        return new Subject(Type.SETTLEMENT, settlementId);
    }

    public static Subject reconciliation(UUID caseId) {
        return new Subject(Type.RECONCILIATION, caseId);
    }
}
