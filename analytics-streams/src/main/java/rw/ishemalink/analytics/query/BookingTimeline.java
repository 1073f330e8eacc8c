package rw.ishemalink.analytics.query;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.facts.Facts;
import rw.ishemalink.schemas.analytics.TimelineEntry;

/**
 * What was told of a booking.
 *
 * @param kind null until booking has told
 * @param status where it stands, likewise
 * @param steps oldest first
 */
public record BookingTimeline(
        UUID bookingId, @Nullable String kind, @Nullable String status, List<Step> steps) {

    public BookingTimeline {
        steps = List.copyOf(steps);
    }

    /**
     * Something that was told.
     *
     * @param source BOOKING, PAYMENT, COMPLIANCE, TRACKING or MESSAGE
     * @param change what happened, as that source names it
     * @param sequence of the event among that source's events of the booking
     * @param messageId of messages: which one
     */
    public record Step(
            String source,
            String change,
            long sequence,
            @Nullable UUID messageId,
            Instant at) {

        static Step of(TimelineEntry entry) {
            return new Step(
                    entry.getSource().name(),
                    entry.getChange(),
                    entry.getSequence(),
                    entry.getMessageId(),
                    entry.getAt());
        }
    }

    static BookingTimeline of(Facts facts) {
        return new BookingTimeline(
                facts.bookingId(),
                facts.booked() == null ? null : facts.booked().kind(),
                facts.booked() == null ? null : String.valueOf(facts.booked().status()),
                facts.timeline().stream().map(Step::of).toList());
    }
}
