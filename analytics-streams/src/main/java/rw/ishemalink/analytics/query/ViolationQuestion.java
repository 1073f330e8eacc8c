package rw.ishemalink.analytics.query;

import org.apache.kafka.streams.query.RangeQuery;
import rw.ishemalink.analytics.law.LawStream;
import rw.ishemalink.analytics.law.Violation;
import rw.ishemalink.schemas.Topics;

/** Which bookings broke the law of dispatch. Each is in one partition, so the answer is all parts together. */
public final class ViolationQuestion {

    private ViolationQuestion() {}

    /** The tenant's. */
    public static Question<Violation> of(String tenant) {
        return ask(RangeQuery.withRange(Violation.first(tenant), Violation.last(tenant)));
    }

    /** Everybody's, for the operators of the suite. */
    static Question<Violation> ofAll() {
        return ask(RangeQuery.withNoBounds());
    }

    private static Question<Violation> ask(RangeQuery<String, Violation> range) {
        return new StoreQuestion<>(
                LawStream.VIOLATIONS,
                LawStream.JUDGED_UP_TO,
                Topics.BOOKING_EVENTS.partitions(),
                range,
                (_, violation) -> violation,
                Integer.MAX_VALUE,
                "/internal/analytics/violations",
                Violation.class);
    }
}
