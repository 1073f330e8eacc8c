package rw.ishemalink.compliance.bnr;

import jakarta.enterprise.context.ApplicationScoped;
import rw.ishemalink.compliance.bnr.store.MonthStore;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.compliance.feed.GovernmentFeeds;
import rw.ishemalink.kit.outbox.TimeOrderedId;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.gov.BnrPayment;

/** To the National Bank of Rwanda: every payment that succeeded or was refunded. */
@ApplicationScoped
public class BnrFeed {

    private final MonthStore months;
    private final GovernmentFeeds feeds;
    private final long largeAboveRwf;

    BnrFeed(MonthStore months, GovernmentFeeds feeds, ComplianceConfig config) {
        this.months = months;
        this.feeds = feeds;
        this.largeAboveRwf = config.bnr().largeAboveRwf();
    }

    /** Tells of money that moved, at once, and notes it for the report of its month. */
    public void publish(Tx tx, MovedMoney moved) {
        months.insert(tx.sql(), moved);
        feeds.publish(
                tx,
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
