package rw.ishemalink.payment.shares;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.ledger.Account;
import rw.ishemalink.payment.shares.Commission.Split;

/**
 * What of a booking's price is the driver's or the operator's.
 *
 * @param split how the net price was shared out; null until it was earned
 * @param earnedBy the transfer that did; null until then
 */
public record Share(
        Delivery delivery,
        Status status,
        @Nullable Split split,
        @Nullable UUID earnedBy) {

    /** How far it is. */
    public enum Status {
        /** Delivered, but no price is kept. */
        WAITING,
        EARNED,
        /** The price went back after it was earned. */
        REVERSED
    }

    /** The account that it is owed on: the operator's, if the driver drives for one. */
    public Account payable() {
        return delivery.operatorId() == null ? Account.DRIVER_PAYABLE : Account.OPERATOR_PAYABLE;
    }

    /** Whom it is owed to. */
    public UUID party() {
        UUID operator = delivery.operatorId();
        return operator == null ? delivery.driverId() : operator;
    }
}
