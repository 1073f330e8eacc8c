package rw.ishemalink.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.kit.testing.TestToken;
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

/** A booking of potatoes as booking-service tells of it, with a sender and a payer of its own. */
record TestBooking(UUID bookingId, UUID senderId, String payerPhone, String tenant, Instant confirmedAt) {

    static final long TOTAL = 11_800;
    static final long VAT = 1_800;

    private static final AtomicInteger PAYERS = new AtomicInteger();

    static TestBooking of(String tenant, Instant confirmedAt) {
        return new TestBooking(UUID.randomUUID(), UUID.randomUUID(), freshPhone("78"), tenant, confirmedAt);
    }

    /** A number that nobody else has: 78 is MTN's, 73 Airtel's. */
    static String freshPhone(String prefix) {
        return String.format(Locale.ROOT, "+250%s%07d", prefix, PAYERS.incrementAndGet());
    }

    /** With a payer at Airtel. */
    static TestBooking byAirtel() {
        return new TestBooking(
                UUID.randomUUID(),
                UUID.randomUUID(),
                freshPhone("73"),
                "ishemalink",
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    /** Confirmed now, with a payer at Airtel. */
    static TestBooking confirmedByAirtel() {
        TestBooking booking = byAirtel();
        booking.publish(BookingChange.CONFIRMED, BookingStatus.CONFIRMED, null);
        return booking;
    }

    /** Confirmed now. */
    static TestBooking confirmed() {
        TestBooking booking = of("ishemalink", Instant.now().truncatedTo(ChronoUnit.MICROS));
        booking.publish(BookingChange.CONFIRMED, BookingStatus.CONFIRMED, null);
        return booking;
    }

    /** Confirmed so long ago that only this much of the 30 minutes is left. */
    static TestBooking confirmedWithLeft(Duration left) {
        Instant confirmedAt =
                Instant.now().minus(Duration.ofMinutes(30)).plus(left).truncatedTo(ChronoUnit.MICROS);
        TestBooking booking = of("ishemalink", confirmedAt);
        booking.publish(BookingChange.CONFIRMED, BookingStatus.CONFIRMED, null);
        return booking;
    }

    void cancel() {
        publish(BookingChange.CANCELLED, BookingStatus.CANCELLED, "changed my mind");
    }

    String senderToken() {
        return TestToken.of(Role.SENDER).person(senderId).tenant(tenant).sign();
    }

    /** Delivered by that driver, who drives for that operator if there is one; answers the id of the event. */
    UUID deliver(UUID driverId, @Nullable UUID operatorId) {
        return publish(BookingChange.DELIVERED, null, delivered(driverId, operatorId));
    }

    /** Tells of a change; answers the id of the event that does. */
    UUID publish(BookingChange change, BookingStatus status, @Nullable String reason) {
        return publish(change, reason, snapshot(status).build());
    }

    private UUID publish(BookingChange change, @Nullable String reason, Booking booking) {
        BookingEvent event = BookingEvent.newBuilder()
                .setMetadata(Events.metadata(tenant, change == BookingChange.CONFIRMED ? 2 : 3))
                .setChange(change)
                .setActor(new Actor(senderId, "SENDER"))
                .setReason(reason)
                .setBooking(booking)
                .build();
        EventSource.publish(Topics.BOOKING_EVENTS, bookingId, event);
        return event.getMetadata().getEventId();
    }

    private Booking delivered(UUID driverId, @Nullable UUID operatorId) {
        return snapshot(BookingStatus.DELIVERED)
                .setDeliveredAt(confirmedAt.plusSeconds(7_200).truncatedTo(ChronoUnit.MICROS))
                .setAssignment(Assignment.newBuilder()
                        .setDriverId(driverId)
                        .setVehicleId(UUID.randomUUID())
                        .setVehiclePlate("RAD123A")
                        .setOperatorId(operatorId)
                        .build())
                .build();
    }

    private Booking.Builder snapshot(BookingStatus status) {
        return Booking.newBuilder()
                .setBookingId(bookingId)
                .setTrackingCode("ISH-7K3M9QXA")
                .setKind(BookingKind.CARGO_DOMESTIC)
                .setStatus(status)
                .setSender(Contact.newBuilder()
                        .setPersonId(senderId)
                        .setPhone("+250788000001")
                        .setLanguage(Language.EN)
                        .build())
                .setPayerPhone(payerPhone)
                .setOrigin(place("25", "Nyamagabe"))
                .setDestination(place("11", "Kigali"))
                .setPrice(Price.newBuilder()
                        .setTotal(new Money(TOTAL, "RWF"))
                        .setVat(new Money(VAT, "RWF"))
                        .setTaxClass("B")
                        .setTariffVersion("CARGO-2026-1")
                        .build())
                .setCreatedAt(confirmedAt)
                .setConfirmedAt(confirmedAt);
    }

    private static Place place(String district, String label) {
        return Place.newBuilder()
                .setDistrict(district)
                .setCountry("RW")
                .setLabel(label)
                .build();
    }
}
