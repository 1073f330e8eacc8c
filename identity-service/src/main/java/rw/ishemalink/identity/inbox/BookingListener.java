package rw.ishemalink.identity.inbox;

import jakarta.inject.Singleton;
import java.util.Objects;
import rw.ishemalink.identity.fleet.Ratings;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.Rating;

/** Hears what senders think of their drivers. */
@Singleton
class BookingListener implements InboxListener<BookingEvent> {

    private final Ratings ratings;

    BookingListener(Ratings ratings) {
        this.ratings = ratings;
    }

    @Override
    public Class<BookingEvent> eventType() {
        return BookingEvent.class;
    }

    @Override
    public void handle(Tx tx, BookingEvent event) {
        switch (event.getChange()) {
            case RATED -> rate(tx, event.getMetadata().getTenant(), event.getBooking());
            case CREATED,
                    CONFIRMED,
                    PAID,
                    RECEIPT_RECORDED,
                    ASSIGNMENT_REQUESTED,
                    ASSIGNMENT_REFUSED,
                    ASSIGNED,
                    PICKED_UP,
                    ARRIVED_AT_BORDER,
                    LEFT_BORDER,
                    HELD_AT_BORDER,
                    DELIVERED,
                    FAILED,
                    CANCELLED,
                    EDITED,
                    CARNET_GIVEN,
                    SEALED,
                    SEAL_BROKEN,
                    HOLD_RELEASED,
                    MANIFEST_ACCEPTED,
                    UNKNOWN -> {}
        }
    }

    private void rate(Tx tx, String tenant, Booking booking) {
        Rating rating = Objects.requireNonNull(booking.getRating(), "a rated booking without a rating");
        Assignment trip = Objects.requireNonNull(booking.getAssignment(), "a rated booking without a driver");
        ratings.add(tx, tenant, trip.getDriverId(), booking.getBookingId(), rating.getStars());
    }
}
