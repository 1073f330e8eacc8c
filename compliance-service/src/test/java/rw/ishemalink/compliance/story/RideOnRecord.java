package rw.ishemalink.compliance.story;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.Actor;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.booking.Contact;
import rw.ishemalink.schemas.booking.Place;
import rw.ishemalink.schemas.booking.Price;
import rw.ishemalink.schemas.fleet.Driver;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetChange;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Vehicle;
import rw.ishemalink.schemas.fleet.VehicleKind;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;
import rw.ishemalink.schemas.tracking.TrackingPosition;

/** A moto and one ride with it, as the other services tell of them. All times are the story's own. */
final class RideOnRecord {

    static final String PASSENGER_PHONE = "+250788765432";
    static final String DRIVER_NAME = "Jean Bosco Nshimiyimana";

    private static final AtomicInteger PLATES = new AtomicInteger(100);

    final String tenant;
    final UUID vehicleId = UUID.randomUUID();
    final UUID tripId = UUID.randomUUID();
    final String plate = "RH " + PLATES.incrementAndGet() + " M";
    private final UUID driverId = UUID.randomUUID();
    private final Instant begin;
    private BookingStatus status = BookingStatus.PAID;
    private @Nullable Instant pickedUpAt;
    private @Nullable Instant deliveredAt;
    private long fleetSequence;
    private long bookingSequence;

    RideOnRecord(String tenant, Instant begin) {
        this.tenant = tenant;
        this.begin = begin;
    }

    Instant minute(int minutes) {
        return begin.plusSeconds(60L * minutes);
    }

    void driverIs(DriverStatus status, boolean onDuty, Instant at) {
        driverIs(VehicleKind.MOTORCYCLE, status, onDuty, at);
    }

    void driverIs(VehicleKind kind, DriverStatus status, boolean onDuty, Instant at) {
        FleetEvent event = FleetEvent.newBuilder()
                .setMetadata(metadata(++fleetSequence, at))
                .setChange(fleetSequence == 1 ? FleetChange.DRIVER_ONBOARDED : FleetChange.DRIVER_CHANGED)
                .setDriver(Driver.newBuilder()
                        .setDriverId(driverId)
                        .setName(DRIVER_NAME)
                        .setPhone("+250788000111")
                        .setLanguage(Language.RW)
                        .setLicenceNumber("DL-" + plate)
                        .setLicenceCategories(List.of("A"))
                        .setLicenceValidUntil(rw.ishemalink.compliance.story.Driver.FAR_AWAY)
                        .setStatus(status)
                        .setVehicle(new Vehicle(vehicleId, plate, kind, 0L))
                        .setOnDuty(onDuty)
                        .build())
                .build();
        EventSource.publish(Topics.FLEET_EVENTS, driverId, event);
    }

    void isSeen(double latitude, double longitude, Instant at) {
        EventSource.publish(
                Topics.TRACKING_POSITIONS,
                vehicleId,
                TrackingPosition.newBuilder()
                        .setTenant(tenant)
                        .setVehicleId(vehicleId)
                        .setDriverId(driverId)
                        .setLatitude(latitude)
                        .setLongitude(longitude)
                        .setSpeedKmh(36.0)
                        .setBearingDegrees(90.0)
                        .setAccuracyMetres(4.5)
                        .setRecordedAt(at)
                        .setReceivedAt(at)
                        .build());
    }

    void tracking(TrackingChange change, double latitude, double longitude, Instant at) {
        EventSource.publish(
                Topics.TRACKING_EVENTS,
                tripId,
                TrackingEvent.newBuilder()
                        .setMetadata(metadata(1, at))
                        .setChange(change)
                        .setBookingId(tripId)
                        .setVehicleId(vehicleId)
                        .setLatitude(latitude)
                        .setLongitude(longitude)
                        .build());
    }

    BookingEvent isAssigned(Instant at) {
        status = BookingStatus.ASSIGNED;
        return publish(BookingChange.ASSIGNED, at, "SYSTEM");
    }

    void isPickedUp(Instant at) {
        status = BookingStatus.IN_TRANSIT;
        pickedUpAt = at;
        publish(BookingChange.PICKED_UP, at, "DRIVER");
    }

    void isDelivered(Instant at) {
        status = BookingStatus.DELIVERED;
        deliveredAt = at;
        publish(BookingChange.DELIVERED, at, "DRIVER");
    }

    void isCancelled(String role, Instant at) {
        status = BookingStatus.CANCELLED;
        publish(BookingChange.CANCELLED, at, role);
    }

    void repeats(BookingEvent event) {
        EventSource.publish(Topics.BOOKING_EVENTS, tripId, event);
    }

    private BookingEvent publish(BookingChange change, Instant at, String role) {
        BookingEvent event = BookingEvent.newBuilder()
                .setMetadata(metadata(++bookingSequence, at))
                .setChange(change)
                .setFrom(status)
                .setActor(new Actor(driverId, role))
                .setBooking(booking())
                .build();
        EventSource.publish(Topics.BOOKING_EVENTS, tripId, event);
        return event;
    }

    private Booking booking() {
        return Booking.newBuilder()
                .setBookingId(tripId)
                .setTrackingCode("ISH-" + tripId.toString().substring(0, 8))
                .setKind(BookingKind.RIDE)
                .setStatus(status)
                .setSender(new Contact(UUID.randomUUID(), PASSENGER_PHONE, null, Language.RW))
                .setPayerPhone(PASSENGER_PHONE)
                .setOrigin(new Place(null, "RW", -1.9441, 30.0619, "Kigali Convention Centre"))
                .setDestination(new Place(null, "RW", -1.9706, 30.1044, "Kimironko"))
                .setDistanceMetres(6_200L)
                .setPrice(new Price(new Money(891L, "RWF"), new Money(136L, "RWF"), "B", "MOTO-2022-08"))
                .setAssignment(
                        status == BookingStatus.CANCELLED
                                ? null
                                : new Assignment(driverId, vehicleId, plate, null, UUID.randomUUID()))
                .setCreatedAt(begin)
                .setPickedUpAt(pickedUpAt)
                .setDeliveredAt(deliveredAt)
                .build();
    }

    private EventMetadata metadata(long sequence, Instant at) {
        return EventMetadata.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenant(tenant)
                .setCorrelationId(UUID.randomUUID().toString())
                .setOccurredAt(at)
                .setSequence(sequence)
                .build();
    }
}
