package rw.ishemalink.analytics.booking;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingStatus;

/**
 * What has been counted of a booking so far.
 *
 * @param sequence of the latest event that was counted; repeats and older ones are passed over
 * @param share what the booking adds at present; null when nothing
 */
public record Counted(long sequence, @Nullable Share share) {

    /** Nothing yet. */
    public static final Counted NOTHING = new Counted(0, null);

    /** What is counted once the event is; empty when the event is a repeat. */
    public Optional<Counted> after(BookingEvent event) {
        long next = event.getMetadata().getSequence();
        if (next <= sequence) {
            return Optional.empty();
        }
        // A status that this build does not know takes nothing back: the next known one decides.
        Share nextShare = event.getBooking().getStatus() == BookingStatus.UNKNOWN
                ? share
                : ShareOfBooking.of(event).orElse(null);
        return Optional.of(new Counted(next, nextShare));
    }
}
