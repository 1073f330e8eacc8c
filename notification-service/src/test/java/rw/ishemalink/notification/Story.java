package rw.ishemalink.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
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
import rw.ishemalink.schemas.booking.Receiver;
import rw.ishemalink.schemas.fleet.Driver;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.fleet.FleetChange;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.fleet.Operator;
import rw.ishemalink.schemas.fleet.Vehicle;
import rw.ishemalink.schemas.fleet.VehicleKind;
import rw.ishemalink.schemas.notification.NotificationRequest;
import rw.ishemalink.schemas.notification.RequestedTemplate;

/** One sender, one driver, one booking: the events that other services publish about them. */
final class Story {

    final UUID sender = UUID.randomUUID();
    final UUID driver = UUID.randomUUID();
    final UUID bookingId = UUID.randomUUID();
    final String senderPhone;
    final String driverPhone = newPhone();
    final String receiverPhone = newPhone();
    final String code = "ISH-7K2M9QXZ";
    private final BookingKind kind;
    private final Language language;
    private final @Nullable String email;
    private long sequence;

    Story(BookingKind kind, Language language, @Nullable String email) {
        this(kind, language, email, newPhone());
    }

    private Story(BookingKind kind, Language language, @Nullable String email, String senderPhone) {
        this.senderPhone = senderPhone;
        this.kind = kind;
        this.language = language;
        this.email = email;
        OutsideWorld.phoneIsOn(senderPhone);
        OutsideWorld.phoneIsOn(driverPhone);
    }

    /** A sender with a phone of Uganda, where SMS go another way. */
    static Story inUganda(BookingKind kind, Language language) {
        return new Story(kind, language, null, "+25677" + newPhone().substring("+25078".length()));
    }

    /** A phone that no other story has. */
    static String newPhone() {
        return OutsideWorld.newPhone();
    }

    /** Publishes the change and answers the event, to be repeated. */
    BookingEvent booking(BookingChange change) {
        return booking(change, null);
    }

    /** The same, with the reason. */
    BookingEvent booking(BookingChange change, @Nullable String reason) {
        BookingEvent event = BookingEvent.newBuilder()
                .setMetadata(Events.metadata("ishemalink", ++sequence))
                .setChange(change)
                .setActor(Actor.newBuilder().setRole("SYSTEM").build())
                .setReason(reason)
                .setBooking(booking())
                .build();
        publish(event);
        return event;
    }

    static void publish(BookingEvent event) {
        EventSource.publish(Topics.BOOKING_EVENTS, event.getBooking().getBookingId(), event);
    }

    /** The driver becomes known, as speaking that language. */
    void driverOnboarded(Language driverLanguage) {
        EventSource.publish(
                Topics.FLEET_EVENTS,
                driver,
                FleetEvent.newBuilder()
                        .setMetadata(Events.metadata("ishemalink", 1))
                        .setChange(FleetChange.DRIVER_ONBOARDED)
                        .setDriver(driver(driverLanguage))
                        .build());
    }

    /** Asks for a one-time code that was made at that moment. */
    NotificationRequest code(String code, Instant madeAt) {
        return request(RequestedTemplate.ONE_TIME_CODE, madeAt, Map.of("code", code, "minutes", "5"));
    }

    /** Asks for that text to be sent to the sender's phone, at that moment. */
    NotificationRequest request(RequestedTemplate template, Instant madeAt, Map<String, String> parameters) {
        EventMetadata metadata = EventMetadata.newBuilder(Events.metadata("ishemalink", 1))
                .setOccurredAt(madeAt.truncatedTo(ChronoUnit.MICROS))
                .build();
        NotificationRequest request = NotificationRequest.newBuilder()
                .setMetadata(metadata)
                .setPersonId(sender)
                .setPhone(senderPhone)
                .setLanguage(language)
                .setTemplate(template)
                .setParameters(parameters)
                .build();
        EventSource.publish(Topics.NOTIFICATION_REQUESTS, sender, request);
        return request;
    }

    private Booking booking() {
        return Booking.newBuilder()
                .setBookingId(bookingId)
                .setTrackingCode(code)
                .setKind(kind)
                .setStatus(BookingStatus.ASSIGNED)
                .setSender(Contact.newBuilder()
                        .setPersonId(sender)
                        .setPhone(senderPhone)
                        .setEmail(email)
                        .setLanguage(language)
                        .build())
                .setPayerPhone(senderPhone)
                .setReceiver(new Receiver("Chantal", receiverPhone))
                .setOrigin(place("Huye", "RW"))
                .setDestination(
                        kind == BookingKind.CARGO_INTERNATIONAL ? place("Kampala", "UG") : place("Kigali", "RW"))
                .setExport(kind == BookingKind.CARGO_INTERNATIONAL ? export() : null)
                .setPrice(new Price(new Money(11_800L, "RWF"), new Money(1_800L, "RWF"), "B", "CARGO-2026-1"))
                .setAssignment(Assignment.newBuilder()
                        .setDriverId(driver)
                        .setVehicleId(UUID.randomUUID())
                        .setVehiclePlate("RAB 123 C")
                        .build())
                .setCreatedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .build();
    }

    private Driver driver(Language driverLanguage) {
        return Driver.newBuilder()
                .setDriverId(driver)
                .setName("Eric")
                .setPhone(driverPhone)
                .setLanguage(driverLanguage)
                .setLicenceNumber("1198880012345678")
                .setLicenceCategories(List.of("C"))
                .setLicenceValidUntil(LocalDate.of(2030, 1, 1))
                .setStatus(DriverStatus.ACTIVE)
                .setVehicle(new Vehicle(UUID.randomUUID(), "RAB 123 C", VehicleKind.TRUCK, 5_000L))
                .setOperator(new Operator(UUID.randomUUID(), "Volcano Express", "100000001"))
                .build();
    }

    private static Place place(String label, String country) {
        return Place.newBuilder().setLabel(label).setCountry(country).build();
    }

    private static Export export() {
        return new Export("UG", "Gatuna", "Kampala Coffee Ltd", "Plot 1, Kampala", List.of(), null);
    }
}
