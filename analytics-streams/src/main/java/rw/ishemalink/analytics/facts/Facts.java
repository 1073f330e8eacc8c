package rw.ishemalink.analytics.facts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.analytics.BrokenRule;
import rw.ishemalink.schemas.analytics.TimelineEntry;

/**
 * What is known of one booking, by who told it; units as in the contract of {@code booking.facts}. Each part is replaced
 * by a later one of the same source and by nothing else, so that facts from anywhere can be put together in any order.
 *
 * @param booked null until booking has told
 * @param payment null until payment has told
 * @param papers null until compliance has told
 * @param trip null until tracking has told
 * @param violations of the law of dispatch
 * @param timeline what was told, oldest first
 */
public record Facts(
        UUID bookingId,
        String tenant,
        @Nullable Booked booked,
        @Nullable PaymentFacts payment,
        @Nullable Papers papers,
        @Nullable Trip trip,
        List<BrokenRule> violations,
        List<TimelineEntry> timeline) {

    public Facts {
        violations = List.copyOf(violations);
        timeline = List.copyOf(timeline);
    }

    /** Nothing is known yet. */
    public static Facts none(UUID bookingId, String tenant) {
        return new Facts(bookingId, tenant, null, null, null, null, List.of(), List.of());
    }
}
