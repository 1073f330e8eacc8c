package rw.ishemalink.tracking.watch.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Money;
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

/** The events of one export by Gatuna, as booking-service would publish them. */
final class BookingLife {

    private final UUID bookingId = UUID.randomUUID();
    private UUID driver = UUID.randomUUID();
    private UUID vehicle = UUID.randomUUID();
    private long sequence;

    UUID bookingId() {
        return bookingId;
    }

    UUID driver() {
        return driver;
    }

    UUID vehicle() {
        return vehicle;
    }

    BookingEvent assigned(Instant at) {
        return event(BookingChange.ASSIGNED, at, null);
    }

    BookingEvent assigned(UUID otherDriver, UUID otherVehicle, Instant at) {
        driver = otherDriver;
        vehicle = otherVehicle;
        return assigned(at);
    }

    BookingEvent pickedUp(Instant at) {
        return event(BookingChange.PICKED_UP, at, null);
    }

    BookingEvent delivered(Instant at) {
        return event(BookingChange.DELIVERED, at, null);
    }

    /** Recorded by a phone without network, and heard of later. */
    BookingEvent delivered(Instant recordedAt, Instant heardAt) {
        return event(BookingChange.DELIVERED, heardAt, recordedAt);
    }

    private BookingEvent event(BookingChange change, Instant at, @Nullable Instant recordedAt) {
        return BookingEvent.newBuilder()
                .setMetadata(EventMetadata.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setTenant("ishemalink")
                        .setCorrelationId("story")
                        .setOccurredAt(at)
                        .setSequence(++sequence)
                        .build())
                .setChange(change)
                .setActor(Actor.newBuilder().setRole("SYSTEM").build())
                .setBooking(booking(at))
                .setProof(recordedAt == null ? null : new Proof(recordedAt, false, null))
                .build();
    }

    private Booking booking(Instant at) {
        return Booking.newBuilder()
                .setBookingId(bookingId)
                .setTrackingCode("ISH-00000000")
                .setKind(BookingKind.CARGO_INTERNATIONAL)
                .setStatus(BookingStatus.ASSIGNED)
                .setSender(Contact.newBuilder()
                        .setPersonId(UUID.randomUUID())
                        .setPhone("+250788000000")
                        .setLanguage(Language.EN)
                        .build())
                .setPayerPhone("+250788000000")
                .setOrigin(Place.newBuilder()
                        .setDistrict("24")
                        .setCountry("RW")
                        .setLabel("Huye")
                        .build())
                .setDestination(
                        Place.newBuilder().setCountry("UG").setLabel("Kampala").build())
                .setExport(new Export("UG", "Gatuna", "Kampala Coffee Ltd", "Plot 1, Kampala", List.of(), null))
                .setPrice(new Price(new Money(11_800L, "RWF"), new Money(1_800L, "RWF"), "B", "CARGO-2026-1"))
                .setAssignment(Assignment.newBuilder()
                        .setDriverId(driver)
                        .setVehicleId(vehicle)
                        .setVehiclePlate("RAB 123 C")
                        .build())
                .setCreatedAt(at)
                .build();
    }
}
