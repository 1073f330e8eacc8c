package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.kit.testing.Patience;
import rw.ishemalink.kit.testing.TestToken;
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
import rw.ishemalink.schemas.booking.Export;
import rw.ishemalink.schemas.booking.Place;
import rw.ishemalink.schemas.booking.Price;
import rw.ishemalink.schemas.booking.Proof;
import rw.ishemalink.schemas.fleet.Driver;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetChange;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Operator;
import rw.ishemalink.schemas.fleet.Vehicle;
import rw.ishemalink.schemas.fleet.VehicleKind;

/** Coffee from Huye to Kampala: the events that other services publish about it, and its driver's phone. */
final class Journey {

    static final String POSITIONS = "/api/tracking/positions";

    final UUID sender = UUID.randomUUID();
    final UUID driver = UUID.randomUUID();
    final UUID vehicle = UUID.randomUUID();
    final UUID operator = UUID.randomUUID();
    final UUID bookingId = UUID.randomUUID();
    private final BookingKind kind;
    private long bookingSequence;
    private long fleetSequence;

    Journey(BookingKind kind) {
        this.kind = kind;
    }

    /** The driver becomes known and the booking assigned; waits until the service knows both. */
    void assign() {
        fleet(DriverStatus.ACTIVE);
        booking(BookingChange.ASSIGNED);
        awaitTrip();
        awaitDriver();
    }

    /** The same, with a booking that was assigned some time ago. */
    void assign(Instant at) {
        fleet(DriverStatus.ACTIVE);
        booking(BookingChange.ASSIGNED, at);
        awaitTrip();
        awaitDriver();
    }

    void booking(BookingChange change) {
        booking(change, Instant.now());
    }

    void booking(BookingChange change, Instant at) {
        booking(change, at, null);
    }

    /** The driver's phone recorded it then, without network, and it is heard of now. */
    void recorded(BookingChange change, Instant at) {
        booking(change, Instant.now(), new Proof(at.truncatedTo(ChronoUnit.MICROS), false, null));
    }

    private void booking(BookingChange change, Instant at, @Nullable Proof proof) {
        EventMetadata metadata = EventMetadata.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenant("ishemalink")
                .setCorrelationId(UUID.randomUUID().toString())
                .setSequence(++bookingSequence)
                .setOccurredAt(at.truncatedTo(ChronoUnit.MICROS))
                .build();
        EventSource.publish(
                Topics.BOOKING_EVENTS,
                bookingId,
                BookingEvent.newBuilder()
                        .setMetadata(metadata)
                        .setChange(change)
                        .setActor(Actor.newBuilder().setRole("SYSTEM").build())
                        .setBooking(booking())
                        .setProof(proof)
                        .build());
    }

    void fleet(DriverStatus status) {
        EventSource.publish(
                Topics.FLEET_EVENTS,
                driver,
                FleetEvent.newBuilder()
                        .setMetadata(Events.metadata("ishemalink", ++fleetSequence))
                        .setChange(
                                status == DriverStatus.ACTIVE
                                        ? FleetChange.DRIVER_CHANGED
                                        : FleetChange.DRIVER_SUSPENDED)
                        .setDriver(driver(status))
                        .build());
    }

    /** Waits until the service knows of the trip: its 404 then says that there is no position, not that there is no trip. */
    void awaitTrip() {
        Patience.await().until(() -> !given().auth()
                .oauth2(token(Role.SENDER, sender))
                .get(positionPath())
                .then()
                .extract()
                .asString()
                .contains("no-such-trip"));
    }

    void awaitDriver() {
        Patience.await().until(() -> post(driverToken(), Map.of()).extract().statusCode() == 400);
    }

    String positionPath() {
        return "/api/tracking/bookings/" + bookingId + "/position";
    }

    String driverToken() {
        return token(Role.DRIVER, driver);
    }

    static String token(Role role, UUID person) {
        return TestToken.of(role).person(person).sign();
    }

    /** A fix now. */
    static Map<String, Object> fix(double latitude, double longitude) {
        return fix(latitude, longitude, Instant.now());
    }

    static Map<String, Object> fix(double latitude, double longitude, Instant at) {
        Map<String, Object> fix = new HashMap<>();
        fix.put("latitude", latitude);
        fix.put("longitude", longitude);
        fix.put("recordedAt", at.truncatedTo(ChronoUnit.MICROS).toString());
        return fix;
    }

    static ValidatableResponse post(String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(POSITIONS)
                .then();
    }

    /** The driver's phone reports where it is. */
    void drive(double latitude, double longitude) {
        post(driverToken(), fix(latitude, longitude)).statusCode(202);
    }

    void drive(double latitude, double longitude, Instant at) {
        post(driverToken(), fix(latitude, longitude, at)).statusCode(202);
    }

    private Booking booking() {
        boolean export = kind == BookingKind.CARGO_INTERNATIONAL;
        return Booking.newBuilder()
                .setBookingId(bookingId)
                .setTrackingCode("ISH-7K2M9QXZ")
                .setKind(kind)
                .setStatus(BookingStatus.ASSIGNED)
                .setSender(Contact.newBuilder()
                        .setPersonId(sender)
                        .setPhone("+250788000000")
                        .setLanguage(Language.EN)
                        .build())
                .setPayerPhone("+250788000000")
                .setOrigin(Place.newBuilder()
                        .setDistrict("24")
                        .setCountry("RW")
                        .setLabel("Huye")
                        .build())
                .setDestination(Place.newBuilder()
                        .setDistrict(export ? null : "11")
                        .setCountry(export ? "UG" : "RW")
                        .setLabel(export ? "Kampala" : "Nyarugenge")
                        .build())
                .setExport(
                        export
                                ? new Export("UG", "Gatuna", "Kampala Coffee Ltd", "Plot 1, Kampala", List.of(), null)
                                : null)
                .setPrice(new Price(new Money(11_800L, "RWF"), new Money(1_800L, "RWF"), "B", "CARGO-2026-1"))
                .setAssignment(Assignment.newBuilder()
                        .setDriverId(driver)
                        .setVehicleId(vehicle)
                        .setVehiclePlate("RAB 123 C")
                        .setOperatorId(operator)
                        .build())
                .setCreatedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .build();
    }

    private Driver driver(DriverStatus status) {
        return Driver.newBuilder()
                .setDriverId(driver)
                .setName("Eric")
                .setPhone("+250788000001")
                .setLanguage(Language.EN)
                .setLicenceNumber("1198880012345678")
                .setLicenceCategories(List.of("C"))
                .setLicenceValidUntil(LocalDate.of(2030, 1, 1))
                .setStatus(status)
                .setVehicle(new Vehicle(vehicle, "RAB 123 C", VehicleKind.TRUCK, 5_000L))
                .setOperator(new Operator(operator, "Huye Trucks", "101234567"))
                .build();
    }
}
