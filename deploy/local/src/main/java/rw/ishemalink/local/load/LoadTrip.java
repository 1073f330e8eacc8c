package rw.ishemalink.local.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import rw.ishemalink.local.load.FixText.PhoneFix;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.booking.Place;

/**
 * A booking that is moved from one point to another, told of as booking-service would.
 *
 * @param driver number of who drives
 * @param vehicle number of what is driven
 */
record LoadTrip(PaidBooking booking, int driver, int vehicle, PhoneFix from, PhoneFix to) {

    private static final String PAYER = "+250788123456";
    private static final long ASSIGNED = 6;
    private static final long PICKED_UP = 7;
    private static final long DELIVERED = 8;

    /** One that is about to begin. */
    static LoadTrip of(int driver, int vehicle, PhoneFix from, PhoneFix to) {
        return new LoadTrip(PaidBooking.by(PAYER, Instant.now()), driver, vehicle, from, to);
    }

    UUID bookingId() {
        return booking.bookingId();
    }

    UUID senderId() {
        return booking.senderId();
    }

    /** The sender's number. */
    String phone() {
        return PAYER;
    }

    void publishAssigned(Events events, Instant at) {
        booking.publish(events, BookingChange.ASSIGNED, moved(BookingStatus.ASSIGNED), ASSIGNED, micros(at));
    }

    void publishPickedUp(Events events, Instant at) {
        Booking.Builder now = moved(BookingStatus.IN_TRANSIT).setPickedUpAt(micros(at));
        booking.publish(events, BookingChange.PICKED_UP, now, PICKED_UP, micros(at));
    }

    void publishDelivered(Events events, Instant at) {
        Booking.Builder now = moved(BookingStatus.DELIVERED).setDeliveredAt(micros(at));
        booking.publish(events, BookingChange.DELIVERED, now, DELIVERED, micros(at));
    }

    private Booking.Builder moved(BookingStatus status) {
        return booking.booking(status)
                .setOrigin(place(from))
                .setDestination(place(to))
                .setAssignment(Assignment.newBuilder()
                        .setDriverId(PositionFleet.driverId(driver))
                        .setVehicleId(PositionFleet.vehicleId(vehicle))
                        .setVehiclePlate("RAA 001 A")
                        .build());
    }

    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static Place place(PhoneFix point) {
        return Place.newBuilder()
                .setDistrict("11")
                .setCountry("RW")
                .setLatitude(point.latitude())
                .setLongitude(point.longitude())
                .setLabel("there")
                .build();
    }
}
