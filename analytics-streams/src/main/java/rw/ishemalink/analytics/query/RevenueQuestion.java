package rw.ishemalink.analytics.query;

import org.apache.kafka.streams.query.RangeQuery;
import rw.ishemalink.analytics.booking.BookingStream;
import rw.ishemalink.analytics.revenue.Revenue;
import rw.ishemalink.analytics.revenue.RevenueKey;
import rw.ishemalink.analytics.revenue.RevenuePeriod;
import rw.ishemalink.analytics.revenue.RevenueRow;
import rw.ishemalink.analytics.revenue.RevenueStream;
import rw.ishemalink.schemas.Topics;

/** What was earned. Every partition has sums of its own; the caller adds them up. */
public final class RevenueQuestion {

    private RevenueQuestion() {}

    /** The tenant's revenue of the period. */
    public static Question<RevenueRow> of(String tenant, RevenuePeriod period) {
        return new StoreQuestion<>(
                RevenueStream.REVENUE,
                BookingStream.COUNTED_UP_TO,
                Topics.BOOKING_EVENTS.partitions(),
                RangeQuery.<String, Revenue>withRange(period.first(tenant), period.last(tenant)),
                (text, revenue) -> row(RevenueKey.parse(text), revenue),
                Integer.MAX_VALUE,
                "/internal/analytics/revenue" + parameters(period),
                RevenueRow.class);
    }

    private static RevenueRow row(RevenueKey key, Revenue revenue) {
        return new RevenueRow(key.day(), key.kind(), revenue);
    }

    private static String parameters(RevenuePeriod period) {
        return switch (period) {
            case RevenuePeriod.Days days -> "?from=" + days.from() + "&to=" + days.to();
            case RevenuePeriod.AllDays all -> "";
        };
    }
}
