package rw.ishemalink.local.load;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
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

/**
 * A booking that is to be paid, told of as booking-service would.
 *
 * @param payer +2507XXXXXXXX
 * @param confirmedAt from when its payment window runs
 */
public record PaidBooking(UUID bookingId, UUID senderId, String payer, Instant confirmedAt) {

    /** Whole francs, VAT inside: RWF 11,800 of which 1,800. */
    static final long TOTAL = 11_800;

    private static final long VAT = 1_800;
    private static final String TENANT = "ishemalink";

    /** A booking that was confirmed at that time. */
    static PaidBooking by(String payer, Instant confirmedAt) {
        return new PaidBooking(UUID.randomUUID(), UUID.randomUUID(), payer, confirmedAt.truncatedTo(ChronoUnit.MICROS));
    }

    void publishConfirmed(Events events) {
        publish(events, BookingChange.CONFIRMED, BookingStatus.CONFIRMED, 2);
    }

    void publishPaid(Events events) {
        publish(events, BookingChange.PAID, BookingStatus.PAID, 3);
    }

    void publishCancelled(Events events) {
        publish(events, BookingChange.CANCELLED, BookingStatus.CANCELLED, 3);
    }

    /** Delivered by that driver, who drives for nobody else. */
    void publishDelivered(Events events, UUID driverId) {
        Assignment assignment = Assignment.newBuilder()
                .setDriverId(driverId)
                .setVehicleId(UUID.randomUUID())
                .setVehiclePlate("RAA 001 A")
                .build();
        Instant now = now();
        publish(
                events,
                BookingChange.DELIVERED,
                booking(BookingStatus.DELIVERED).setAssignment(assignment).setDeliveredAt(now),
                4,
                now);
    }

    private void publish(Events events, BookingChange change, BookingStatus status, long sequence) {
        publish(events, change, booking(status), sequence, now());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Tells of that change at that time. */
    void publish(Events events, BookingChange change, Booking.Builder booking, long sequence, Instant at) {
        BookingEvent event = BookingEvent.newBuilder()
                .setMetadata(EventMetadata.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setTenant(TENANT)
                        .setCorrelationId(bookingId.toString())
                        .setOccurredAt(at)
                        .setSequence(sequence)
                        .build())
                .setChange(change)
                .setActor(new Actor(senderId, "SENDER"))
                .setReason(change == BookingChange.CANCELLED ? "rain" : null)
                .setBooking(booking.build())
                .build();
        events.publish(Topics.BOOKING_EVENTS, bookingId, event);
    }

    /** The booking in that status; a ride through Kigali unless somebody says otherwise. */
    Booking.Builder booking(BookingStatus status) {
        return Booking.newBuilder()
                .setBookingId(bookingId)
                .setTrackingCode("ISH-7K3M9QXA")
                .setKind(BookingKind.RIDE)
                .setStatus(status)
                .setSender(Contact.newBuilder()
                        .setPersonId(senderId)
                        .setPhone(payer)
                        .setLanguage(Language.EN)
                        .build())
                .setPayerPhone(payer)
                .setOrigin(place("Kigali Centre"))
                .setDestination(place("Remera"))
                .setPrice(Price.newBuilder()
                        .setTotal(new Money(TOTAL, "RWF"))
                        .setVat(new Money(VAT, "RWF"))
                        .setTaxClass("B")
                        .setTariffVersion("RIDE-2026-1")
                        .build())
                .setCreatedAt(confirmedAt)
                .setConfirmedAt(confirmedAt);
    }

    private static Place place(String label) {
        return Place.newBuilder()
                .setDistrict("11")
                .setCountry("RW")
                .setLabel(label)
                .build();
    }
}
