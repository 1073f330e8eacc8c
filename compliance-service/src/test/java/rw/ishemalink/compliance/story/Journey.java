package rw.ishemalink.compliance.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
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
import rw.ishemalink.schemas.booking.Buyer;
import rw.ishemalink.schemas.booking.Cargo;
import rw.ishemalink.schemas.booking.Contact;
import rw.ishemalink.schemas.booking.Export;
import rw.ishemalink.schemas.booking.Place;
import rw.ishemalink.schemas.booking.Price;

/** A booking's life, told by its events as booking-service would. */
final class Journey {

    static final long TOTAL_RWF = 200_000;

    private static final AtomicInteger TOLD = new AtomicInteger();

    private final UUID bookingId = UUID.randomUUID();
    private final UUID senderId = UUID.randomUUID();
    private final String trackingCode;
    private final BookingKind kind;
    private final String tenant;
    private final Instant createdAt = now();
    private BookingStatus status = BookingStatus.DRAFT;
    private @Nullable Assignment assignment;
    private @Nullable Buyer buyer;
    private long sequence;
    private List<String> seals = List.of();
    private @Nullable String rctgReference;
    private String borderPost = "Gatuna";

    private Journey(BookingKind kind, String tenant) {
        this.kind = kind;
        this.tenant = tenant;
        this.trackingCode = "ISH-%08X".formatted(TOLD.incrementAndGet());
    }

    static Journey of(BookingKind kind) {
        return new Journey(kind, "ishemalink");
    }

    /** With another tenant, which may have a device of its own. */
    static Journey with(String tenant) {
        return new Journey(BookingKind.RIDE, tenant);
    }

    /** A registered taxpayer pays. */
    Journey boughtBy(Buyer taxpayer) {
        buyer = taxpayer;
        return this;
    }

    UUID bookingId() {
        return bookingId;
    }

    UUID senderId() {
        return senderId;
    }

    String trackingCode() {
        return trackingCode;
    }

    BookingEvent isConfirmed() {
        return publish(BookingChange.CONFIRMED, BookingStatus.CONFIRMED, null);
    }

    BookingEvent isPaid() {
        return publish(BookingChange.PAID, BookingStatus.PAID, null);
    }

    /** Asks for the driver; the status stays. */
    BookingEvent asksFor(Driver driver) {
        assignment = Assignment.newBuilder()
                .setDriverId(driver.driverId())
                .setVehicleId(driver.vehicleId())
                .setVehiclePlate(driver.plate())
                .setOperatorId(
                        driver.operator() == null ? null : driver.operator().getOperatorId())
                .build();
        return publish(BookingChange.ASSIGNMENT_REQUESTED, status, null);
    }

    BookingEvent isAssigned() {
        return publish(BookingChange.ASSIGNED, BookingStatus.ASSIGNED, null);
    }

    /** Customs put seals on, or the declarant gives a carnet; the status stays. */
    BookingEvent isSealed(@Nullable String carnet, String... numbers) {
        seals = List.of(numbers);
        rctgReference = carnet;
        return publish(BookingChange.SEALED, status, "seals");
    }

    /** Goes through another border post. */
    Journey through(String otherBorderPost) {
        borderPost = otherBorderPost;
        return this;
    }

    /** Goes on: picked up, at the border, over it, delivered … */
    BookingEvent goesOn(BookingChange change, BookingStatus to) {
        return publish(change, to, null);
    }

    BookingEvent isCancelled(String reason) {
        assignment = null;
        return publish(BookingChange.CANCELLED, BookingStatus.CANCELLED, reason);
    }

    /** The same event once more. */
    void repeats(BookingEvent event) {
        EventSource.publish(Topics.BOOKING_EVENTS, bookingId, event);
    }

    /** News older than all told before: it changes nothing, and once it is handled, so is all told before. */
    UUID tellsOldNews() {
        BookingEvent event = event(BookingChange.CREATED, status, 0, null);
        EventSource.publish(Topics.BOOKING_EVENTS, bookingId, event);
        return event.getMetadata().getEventId();
    }

    private BookingEvent publish(BookingChange change, BookingStatus to, @Nullable String reason) {
        BookingStatus from = status;
        status = to;
        BookingEvent event = event(change, from, ++sequence, reason);
        EventSource.publish(Topics.BOOKING_EVENTS, bookingId, event);
        return event;
    }

    private BookingEvent event(BookingChange change, BookingStatus from, long number, @Nullable String reason) {
        return BookingEvent.newBuilder()
                .setMetadata(Events.metadata(tenant, number))
                .setChange(change)
                .setFrom(from)
                .setActor(new Actor(senderId, "SENDER"))
                .setReason(reason)
                .setBooking(booking())
                .build();
    }

    private Booking booking() {
        boolean export = kind == BookingKind.CARGO_INTERNATIONAL;
        return Booking.newBuilder()
                .setBookingId(bookingId)
                .setTrackingCode(trackingCode)
                .setKind(kind)
                .setStatus(status)
                .setSender(new Contact(senderId, "+250788123456", null, Language.RW))
                .setPayerPhone("+250788123456")
                .setOrigin(new Place("24", "RW", null, null, "Huye"))
                .setDestination(
                        export
                                ? new Place(null, "UG", null, null, "Kampala")
                                : new Place("12", "RW", null, null, "Gasabo"))
                .setCargo(new Cargo("coffee", "0901.11", false, 5_000L, 80, new Money(12_000_000L, "RWF"), List.of()))
                .setExport(
                        export
                                ? new Export("UG", borderPost, "Kampala Roasters", "Jinja Road", seals, rctgReference)
                                : null)
                .setPrice(new Price(new Money(TOTAL_RWF, "RWF"), new Money(30_508L, "RWF"), "B", "CARGO-2026-1"))
                .setAssignment(assignment)
                .setBuyer(buyer)
                .setCreatedAt(createdAt)
                .build();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
