package rw.ishemalink.compliance.inbox.mds;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.mds.Fix;
import rw.ishemalink.compliance.mds.Point;
import rw.ishemalink.compliance.mds.Ride;
import rw.ishemalink.compliance.mds.RideVehicle;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.booking.Place;
import rw.ishemalink.schemas.fleet.Vehicle;
import rw.ishemalink.schemas.tracking.TrackingPosition;

/** Reads out of events what the regulator's view keeps, and leaves every person out. */
final class MdsReading {

    private static final double KMH_PER_MPS = 3.6;

    private MdsReading() {}

    /** The ride; empty for goods and tickets, and while nobody is to drive it. */
    static Optional<Ride> findRide(BookingEvent event) {
        Booking booking = event.getBooking();
        Assignment assignment = booking.getAssignment();
        Point start = point(booking.getOrigin());
        Point end = point(booking.getDestination());
        if (booking.getKind() != BookingKind.RIDE || assignment == null || start == null || end == null) {
            return Optional.empty();
        }
        Instant scheduled = booking.getScheduledFor();
        Long metres = booking.getDistanceMetres();
        Instant told = event.getMetadata().getOccurredAt();
        return Optional.of(new Ride(
                booking.getBookingId(),
                assignment.getVehicleId(),
                booking.getCreatedAt(),
                scheduled == null ? booking.getCreatedAt() : scheduled,
                told,
                booking.getPickedUpAt(),
                booking.getDeliveredAt(),
                start,
                end,
                metres == null ? 0 : metres,
                booking.getPrice().getTotal().getAmount(),
                booking.getPrice().getVat().getAmount(),
                told));
    }

    /** The vehicle, if it carries passengers: a moto or a car. */
    static Optional<RideVehicle> findVehicle(Vehicle vehicle) {
        return switch (vehicle.getKind()) {
            case MOTORCYCLE, CAR ->
                Optional.of(new RideVehicle(
                        vehicle.getVehicleId(),
                        vehicle.getPlate(),
                        vehicle.getKind().name()));
            case TRUCK, BUS, UNKNOWN -> Optional.empty();
        };
    }

    static Fix fix(TrackingPosition position) {
        Double kmh = position.getSpeedKmh();
        return new Fix(
                position.getVehicleId(),
                position.getRecordedAt(),
                new Point(position.getLatitude(), position.getLongitude()),
                kmh == null ? null : kmh / KMH_PER_MPS,
                position.getBearingDegrees(),
                position.getAccuracyMetres(),
                null);
    }

    private static @Nullable Point point(Place place) {
        Double latitude = place.getLatitude();
        Double longitude = place.getLongitude();
        return latitude == null || longitude == null ? null : new Point(latitude, longitude);
    }
}
