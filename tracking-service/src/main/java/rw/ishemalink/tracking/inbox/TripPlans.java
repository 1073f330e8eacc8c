package rw.ishemalink.tracking.inbox;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.booking.Place;
import rw.ishemalink.tracking.detect.TripPlan;
import rw.ishemalink.tracking.detect.VehicleClass;
import rw.ishemalink.tracking.geofence.GeoPoint;
import rw.ishemalink.tracking.trip.TripKind;
import rw.ishemalink.tracking.watch.BookingNews;
import rw.ishemalink.tracking.watch.BookingNews.Step;

/** What events of bookings say of trips. */
final class TripPlans {

    private TripPlans() {}

    /** What the event says, if it is of something that is moved, and somebody has been named to move it. */
    static Optional<BookingNews> findNews(BookingEvent event) {
        Assignment assignment = event.getBooking().getAssignment();
        return assignment == null
                ? Optional.empty()
                : findKind(event.getBooking().getKind()).map(kind -> news(event, kind, assignment));
    }

    /** The kind of trip, if this build knows it. */
    static Optional<TripKind> findKind(BookingKind kind) {
        return switch (kind) {
            case CARGO_DOMESTIC -> Optional.of(TripKind.CARGO_DOMESTIC);
            case CARGO_INTERNATIONAL -> Optional.of(TripKind.CARGO_INTERNATIONAL);
            case RIDE -> Optional.of(TripKind.RIDE);
            case TICKET -> Optional.of(TripKind.TICKET);
            case UNKNOWN -> Optional.empty();
        };
    }

    private static BookingNews news(BookingEvent event, TripKind kind, Assignment assignment) {
        return new BookingNews(
                plan(event, kind, assignment),
                step(event),
                at(event),
                event.getMetadata().getSequence(),
                event.getMetadata().getCorrelationId());
    }

    private static Step step(BookingEvent event) {
        return switch (event.getChange()) {
            case ASSIGNED -> Step.ASSIGNED;
            case PICKED_UP -> Step.PICKED_UP;
            case DELIVERED, CANCELLED, FAILED -> Step.ENDED;
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
                    UNKNOWN -> Step.GOES_ON;
        };
    }

    /** A driver without network picks up and delivers when the phone says, not when we hear of it. */
    static Instant at(BookingEvent event) {
        Instant heardAt = event.getMetadata().getOccurredAt();
        return Optional.ofNullable(event.getProof())
                .map(proof -> proof.getRecordedAt())
                .filter(recordedAt -> recordedAt.isBefore(heardAt))
                .orElse(heardAt);
    }

    private static TripPlan plan(BookingEvent event, TripKind kind, Assignment assignment) {
        Booking booking = event.getBooking();
        boolean crosses = kind == TripKind.CARGO_INTERNATIONAL;
        return new TripPlan(
                booking.getBookingId(),
                event.getMetadata().getTenant(),
                kind,
                assignment.getDriverId(),
                assignment.getVehicleId(),
                vehicleClass(kind),
                findPoint(booking.getOrigin()),
                Optional.ofNullable(booking.getOrigin().getDistrict()),
                findPoint(booking.getDestination()),
                Optional.ofNullable(booking.getDestination().getDistrict()),
                Optional.ofNullable(booking.getExport()).map(export -> export.getBorderPost()),
                crosses,
                event.getMetadata().getOccurredAt(),
                null,
                null);
    }

    /** The events do not say; what crosses the border does so on trucks, and tickets are for buses. */
    private static @Nullable VehicleClass vehicleClass(TripKind kind) {
        return switch (kind) {
            case CARGO_INTERNATIONAL -> VehicleClass.TRUCK;
            case TICKET -> VehicleClass.BUS;
            case CARGO_DOMESTIC, RIDE -> null;
        };
    }

    private static Optional<GeoPoint> findPoint(Place place) {
        Double latitude = place.getLatitude();
        Double longitude = place.getLongitude();
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new GeoPoint(latitude, longitude));
    }
}
