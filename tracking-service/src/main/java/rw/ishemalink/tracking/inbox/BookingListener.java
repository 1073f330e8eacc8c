package rw.ishemalink.tracking.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.booking.Place;
import rw.ishemalink.tracking.live.LivePositions;
import rw.ishemalink.tracking.position.Position;
import rw.ishemalink.tracking.trip.Trip;
import rw.ishemalink.tracking.trip.TripKind;
import rw.ishemalink.tracking.trip.Trips;
import rw.ishemalink.tracking.watch.WatchedTrips;

/** A trip begins when a booking is assigned and ends with it. */
@ApplicationScoped
class BookingListener implements InboxListener<BookingEvent> {

    private final Trips trips;
    private final WatchedTrips watched;
    private final LivePositions positions;

    BookingListener(Trips trips, WatchedTrips watched, LivePositions positions) {
        this.trips = trips;
        this.watched = watched;
        this.positions = positions;
    }

    @Override
    public Class<BookingEvent> eventType() {
        return BookingEvent.class;
    }

    @Override
    public void handle(Tx tx, BookingEvent event) {
        Booking booking = event.getBooking();
        Instant at = event.getMetadata().getOccurredAt();
        switch (event.getChange()) {
            case ASSIGNED -> findTrip(event).ifPresent(trip -> trips.begin(tx.sql(), trip));
            case PICKED_UP -> trips.pickedUp(tx.sql(), booking.getBookingId(), at);
            case DELIVERED -> {
                tellTheEnd(tx, booking.getBookingId());
                trips.end(tx.sql(), booking.getBookingId(), at);
            }
            case CANCELLED, FAILED -> trips.end(tx.sql(), booking.getBookingId(), at);
            case CREATED,
                    CONFIRMED,
                    PAID,
                    RECEIPT_RECORDED,
                    ASSIGNMENT_REQUESTED,
                    ASSIGNMENT_REFUSED,
                    ARRIVED_AT_BORDER,
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

    /** A trip of which no position was ever seen has no end to be shown either. */
    private void tellTheEnd(Tx tx, UUID bookingId) {
        watched.lock(tx.sql(), bookingId)
                .filter(WatchedTrips.WatchedTrip::started)
                .ifPresent(trip -> positions
                        .find(trip.vehicleId())
                        .map(Position::point)
                        .or(trip::findShown)
                        .ifPresent(point -> watched.ended(tx, trip, point)));
    }

    private static Optional<Trip> findTrip(BookingEvent event) {
        Booking booking = event.getBooking();
        Assignment assignment = Objects.requireNonNull(booking.getAssignment(), "ASSIGNED without an assignment");
        Place destination = booking.getDestination();
        return findKind(booking.getKind())
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

    private static Optional<TripKind> findKind(BookingKind kind) {
        return switch (kind) {
            case CARGO_DOMESTIC -> Optional.of(TripKind.CARGO_DOMESTIC);
            case CARGO_INTERNATIONAL -> Optional.of(TripKind.CARGO_INTERNATIONAL);
            case RIDE -> Optional.of(TripKind.RIDE);
            case TICKET -> Optional.of(TripKind.TICKET);
            case UNKNOWN -> Optional.empty();
        };
    }
}
