package rw.ishemalink.tracking.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.Place;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.Trips;

/** A trip begins when a booking is assigned and ends with it. */
@ApplicationScoped
class BookingListener implements InboxListener<BookingEvent> {

    private final Trips trips;

    BookingListener(Trips trips) {
        this.trips = trips;
    }

    @Override
    public Class<BookingEvent> eventType() {
        return BookingEvent.class;
    }

    @Override
    public void handle(Tx tx, BookingEvent event) {
        Booking booking = event.getBooking();
        switch (event.getChange()) {
            case ASSIGNED -> findTrip(event).ifPresent(trip -> trips.begin(tx.sql(), trip));
            case PICKED_UP -> trips.pickedUp(tx.sql(), booking.getBookingId(), TripPlans.at(event));
            case ARRIVED_AT_BORDER ->
                trips.arrivedAtBorder(
                        tx.sql(), booking.getBookingId(), event.getMetadata().getOccurredAt());
            case DELIVERED, CANCELLED, FAILED -> trips.end(tx.sql(), booking.getBookingId(), TripPlans.at(event));
            case CREATED,
                    CONFIRMED,
                    PAID,
                    RECEIPT_RECORDED,
                    ASSIGNMENT_REQUESTED,
                    ASSIGNMENT_REFUSED,
                    LEFT_BORDER,
                    HELD_AT_BORDER,
                    EDITED,
                    CARNET_GIVEN,
                    SEALED,
                    SEAL_BROKEN,
                    HOLD_RELEASED,
                    MANIFEST_ACCEPTED,
                    RATED,
                    UNKNOWN -> {}
        }
    }

    private static Optional<Trip> findTrip(BookingEvent event) {
        Booking booking = event.getBooking();
        Assignment assignment = Objects.requireNonNull(booking.getAssignment(), "ASSIGNED without an assignment");
        Place destination = booking.getDestination();
        return TripPlans.findKind(booking.getKind())
                .map(kind -> new Trip(
                        booking.getBookingId(),
                        event.getMetadata().getTenant(),
                        kind,
                        booking.getSender().getPersonId(),
                        assignment.getDriverId(),
                        assignment.getVehicleId(),
                        assignment.getOperatorId(),
                        destination.getDistrict(),
                        destination.getLatitude(),
                        destination.getLongitude(),
                        event.getMetadata().getOccurredAt(),
                        null,
                        null));
    }
}
