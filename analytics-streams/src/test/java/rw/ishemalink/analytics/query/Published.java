package rw.ishemalink.analytics.query;

import java.time.Instant;
import java.util.UUID;
import rw.ishemalink.analytics.BookingLife;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;

/** Bookings as booking-service would publish them, now, in a tenant of the test's own. */
public record Published(String tenant) {

    /** A tenant that no other test knows. */
    public static Published inNewTenant() {
        return new Published("t" + UUID.randomUUID());
    }

    public BookingLife newBooking() {
        return BookingLife.begin().of(tenant).at(Instant.now());
    }

    public void paid() {
        publish(newBooking().paid());
    }

    public void deliveredBy(UUID driver) {
        deliveredBy(driver, newBooking());
    }

    /** For that operator. */
    public void deliveredBy(UUID driver, UUID operator) {
        deliveredBy(driver, newBooking().drivenFor(operator));
    }

    private static void deliveredBy(UUID driver, BookingLife booking) {
        publish(booking.paid());
        publish(booking.assignedTo(driver));
        publish(booking.delivered());
    }

    public static void publish(BookingEvent event) {
        EventSource.publish(Topics.BOOKING_EVENTS, event.getBooking().getBookingId(), event);
    }
}
