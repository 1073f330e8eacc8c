package rw.ishemalink.local.load;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;

/** How long bookings take from one change to the next, by booking-service's clock: where a saga's time goes. */
final class Stages {

    private static final int DIGITS = 3;

    private final Map<UUID, Instant> latest = new ConcurrentHashMap<>();
    private final Map<BookingChange, Histogram> millis = new EnumMap<>(BookingChange.class);

    Stages() {
        for (BookingChange change : BookingChange.values()) {
            millis.put(change, new ConcurrentHistogram(DIGITS));
        }
    }

    void heard(BookingEvent event) {
        UUID booking = event.getBooking().getBookingId();
        Instant now = event.getMetadata().getOccurredAt();
        Instant before =
                event.getChange() == BookingChange.DELIVERED ? latest.remove(booking) : latest.put(booking, now);
        if (before != null) {
            of(event.getChange())
                    .recordValue(Math.max(0, Duration.between(before, now).toMillis()));
        }
    }

    /** Milliseconds from the change before to that one. */
    Histogram of(BookingChange change) {
        Histogram histogram = millis.get(change);
        if (histogram == null) {
            throw new IllegalArgumentException("not a change: " + change);
        }
        return histogram;
    }
}
