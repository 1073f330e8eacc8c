package rw.ishemalink.analytics;

import java.time.Duration;
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
import rw.ishemalink.schemas.booking.Cargo;
import rw.ishemalink.schemas.booking.Contact;
import rw.ishemalink.schemas.booking.Place;
import rw.ishemalink.schemas.booking.Price;

/** The life of one booking, told event by event; the clock is the story's. */
public final class BookingLife {

    /** VAT inside a price is 18/118 of it. */
    private static final long FRANCS = 11_800;

    private static final long VAT = 1_800;

    private final UUID bookingId = UUID.randomUUID();
    private String tenant = "ishemalink";
    private BookingKind kind = BookingKind.CARGO_DOMESTIC;
    private Place origin = district("25");
    private Place destination = district("11");
    private Instant now = Instant.parse("2026-03-10T08:00:00Z");
    private String currency = "RWF";
    private long sequence;
    private UUID sender = UUID.randomUUID();
    private @Nullable Instant createdAt;
    private @Nullable Instant paidAt;
    private @Nullable Instant pickedUpAt;
    private @Nullable Instant deliveredAt;
    private @Nullable UUID driver;
    private @Nullable UUID operator;
    private UUID vehicle = new UUID(0, 1);
    private @Nullable UUID clearance;
    private long francs = FRANCS;

    /** 11,800 francs, 500 kg from Huye to Nyarugenge, on 10 March 2026 at ten in Kigali. */
    public static BookingLife begin() {
        return new BookingLife();
    }

    public BookingLife of(String tenantName) {
        tenant = tenantName;
        return this;
    }

    public BookingLife kind(BookingKind bookingKind) {
        kind = bookingKind;
        return this;
    }

    public BookingLife to(String country) {
        destination = place(null, country);
        return this;
    }

    public BookingLife at(Instant instant) {
        now = instant;
        return this;
    }

    /** By a driver of that operator. */
    public BookingLife drivenFor(UUID operatorId) {
        operator = operatorId;
        return this;
    }

    public BookingLife in(String otherCurrency) {
        currency = otherCurrency;
        return this;
    }

    public BookingLife later(Duration duration) {
        now = now.plus(duration);
        return this;
    }

    /** It costs nothing. */
    public BookingLife free() {
        francs = 0;
        return this;
    }

    /** Events before this one were deleted from the topic by age. */
    public BookingLife after(long earlierEvents) {
        sequence = earlierEvents;
        return this;
    }

    public String tenant() {
        return tenant;
    }

    /** Booked by that person. */
    public BookingLife by(UUID person) {
        sender = person;
        return this;
    }

    public UUID sender() {
        return sender;
    }

    public UUID bookingId() {
        return bookingId;
    }

    public Instant now() {
        return now;
    }

    public BookingEvent confirmed() {
        return event(BookingChange.CONFIRMED, BookingStatus.CONFIRMED);
    }

    public BookingEvent paid() {
        paidAt = now;
        return event(BookingChange.PAID, BookingStatus.PAID);
    }

    public BookingEvent assignedTo(UUID driverId) {
        driver = driverId;
        return event(BookingChange.ASSIGNED, BookingStatus.ASSIGNED);
    }

    /** With that vehicle, by that decision. */
    public BookingEvent assignedTo(UUID driverId, UUID vehicleId, UUID clearanceId) {
        vehicle = vehicleId;
        clearance = clearanceId;
        return assignedTo(driverId);
    }

    public BookingEvent arrivedAtBorder() {
        return event(BookingChange.ARRIVED_AT_BORDER, BookingStatus.AT_BORDER, "CUSTOMS_INSPECTOR");
    }

    public BookingEvent held() {
        return event(BookingChange.HELD_AT_BORDER, BookingStatus.AT_BORDER, "CUSTOMS_INSPECTOR");
    }

    public BookingEvent released() {
        return event(BookingChange.HOLD_RELEASED, BookingStatus.AT_BORDER, "CUSTOMS_INSPECTOR");
    }

    public BookingEvent leftBorder() {
        return event(BookingChange.LEFT_BORDER, BookingStatus.IN_TRANSIT, "CUSTOMS_INSPECTOR");
    }

    public BookingEvent rated() {
        return event(BookingChange.RATED, BookingStatus.DELIVERED);
    }

    public BookingEvent pickedUp() {
        pickedUpAt = now;
        return event(BookingChange.PICKED_UP, BookingStatus.IN_TRANSIT);
    }

    public BookingEvent delivered() {
        deliveredAt = now;
        return event(BookingChange.DELIVERED, BookingStatus.DELIVERED);
    }

    public BookingEvent cancelled() {
        return event(BookingChange.CANCELLED, BookingStatus.CANCELLED);
    }

    public BookingEvent failed() {
        return event(BookingChange.FAILED, BookingStatus.FAILED);
    }

    /** As an event looks whose change and status a later contract has added. */
    public BookingEvent unheardOf() {
        return event(BookingChange.UNKNOWN, BookingStatus.UNKNOWN);
    }

    private BookingEvent event(BookingChange change, BookingStatus status) {
        return event(change, status, "SYSTEM");
    }

    private BookingEvent event(BookingChange change, BookingStatus status, String role) {
        sequence++;
        return BookingEvent.newBuilder()
                .setMetadata(EventMetadata.newBuilder()
                        .setEventId(UUID.randomUUID())
                        .setTenant(tenant)
                        .setCorrelationId("story")
                        .setOccurredAt(now)
                        .setSequence(sequence)
                        .build())
                .setChange(change)
                .setActor(Actor.newBuilder().setRole(role).build())
                .setBooking(booking(status))
                .build();
    }

    private Booking booking(BookingStatus status) {
        return Booking.newBuilder()
                .setBookingId(bookingId)
                .setTrackingCode("ISH-00000000")
                .setKind(kind)
                .setStatus(status)
                .setSender(Contact.newBuilder()
                        .setPersonId(sender)
                        .setPhone("+250788000000")
                        .setLanguage(Language.EN)
                        .build())
                .setPayerPhone("+250788000000")
                .setOrigin(origin)
                .setDestination(destination)
                .setCargo(new Cargo("irish-potatoes", "0701.90", false, 500L, 10, null, List.of()))
                .setPrice(new Price(new Money(francs, currency), new Money(VAT, currency), "B", "CARGO-2026-1"))
                .setAssignment(driver == null ? null : assignment(driver))
                .setCreatedAt(created())
                .setPaidAt(paidAt)
                .setPickedUpAt(pickedUpAt)
                .setDeliveredAt(deliveredAt)
                .build();
    }

    private Instant created() {
        if (createdAt == null) {
            createdAt = now;
        }
        return createdAt;
    }

    private Assignment assignment(UUID driverId) {
        return Assignment.newBuilder()
                .setDriverId(driverId)
                .setVehicleId(vehicle)
                .setVehiclePlate("RAD123B")
                .setClearanceId(clearance)
                .setOperatorId(operator)
                .build();
    }

    private static Place district(String code) {
        return place(code, "RW");
    }

    private static Place place(@Nullable String district, String country) {
        return Place.newBuilder()
                .setDistrict(district)
                .setCountry(country)
                .setLabel("somewhere")
                .build();
    }
}
