package rw.ishemalink.compliance.bnr;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.gov.BnrPayment;

/** To the National Bank of Rwanda: every payment that succeeded or was refunded. */
@ApplicationScoped
public class BnrFeed {

    private final long largeAboveRwf;

    BnrFeed(ComplianceConfig config) {
        this.largeAboveRwf = config.bnr().largeAboveRwf();
    }

    /** Tells of money that moved. */
    public void publish(Tx tx, MovedMoney moved) {
        tx.publish(
                Topics.GOV_BNR_PAYMENTS,
                moved.bookingId(),
                BnrPayment.newBuilder()
                        .setEventId(TimeOrderedId.next())
                        .setTenant(moved.tenant())
                        .setPaymentId(moved.paymentId())
                        .setBookingId(moved.bookingId())
                        .setProvider(moved.provider())
                        .setProviderTransactionId(moved.providerTransactionId())
                        .setOutcome(moved.outcome())
                        .setAmountRwf(moved.amountRwf())
                        .setLarge(moved.amountRwf() > largeAboveRwf)
                        .setMovedAt(moved.movedAt())
                        .build());
    }
}
