package rw.ishemalink.analytics.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.Actor;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.Booking;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.booking.Cargo;
import rw.ishemalink.schemas.booking.Contact;
import rw.ishemalink.schemas.booking.Price;
import rw.ishemalink.schemas.booking.Rating;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.compliance.DispatchDecision;
import rw.ishemalink.schemas.compliance.FiscalReceipt;
import rw.ishemalink.schemas.payment.Payment;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.payment.Provider;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;

/** The events of one booking: each says how it stands, and counts on in its topic. */
final class Events {

    private static final UUID VEHICLE = new UUID(0, 1);
    private static final UUID CLEARANCE = new UUID(0, 2);

    private final Truth truth;
    private final UUID person;
    private long bookings;
    private long payments;
    private long papers;
    private long trips;

    Events(Truth truth, UUID person) {
        this.truth = truth;
        this.person = person;
    }

    Told booking(BookingChange change, Instant at) {
        BookingEvent event = BookingEvent.newBuilder()
                .setMetadata(metadata(at, ++bookings))
                .setChange(change)
                .setActor(Actor.newBuilder().setRole("SYSTEM").build())
                .setBooking(booking())
                .build();
        return new Told(Topics.BOOKING_EVENTS, truth.bookingId, at, event);
    }

    private Booking booking() {
        return Booking.newBuilder()
                .setBookingId(truth.bookingId)
                .setTrackingCode("ISH-00000000")
                .setKind(BookingKind.valueOf(truth.kind))
                .setStatus(truth.status)
                .setSender(Contact.newBuilder()
                        .setPersonId(person)
                        .setPhone("+250788000000")
                        .build())
                .setPayerPhone("+250788000000")
                .setOrigin(truth.origin.place())
                .setDestination(truth.destination.place())
                .setCargo(cargo(truth.commodity))
                .setPrice(new Price(francs(truth.grossFrancs), francs(truth.vatFrancs), "B", "2026-1"))
                .setAssignment(assignment(truth.driverId))
                .setCreatedAt(truth.createdAt)
                .setPaidAt(truth.paidAt)
                .setPickedUpAt(truth.pickedUpAt)
                .setDeliveredAt(truth.deliveredAt)
                .setRating(truth.stars == null ? null : new Rating(truth.stars))
                .build();
    }

    private @Nullable Cargo cargo(@Nullable String commodity) {
        return commodity == null ? null : new Cargo(commodity, "0701.90", false, truth.weightKg, 1, null, List.of());
    }

    private @Nullable Assignment assignment(@Nullable UUID driver) {
        return driver == null
                ? null
                : Assignment.newBuilder()
                        .setDriverId(driver)
                        .setOperatorId(truth.operatorId)
                        .setVehicleId(VEHICLE)
                        .setVehiclePlate("RAD123B")
                        .setClearanceId(CLEARANCE)
                        .build();
    }

    Told payment(PaymentChange change, Instant at, @Nullable Instant succeededAt) {
        PaymentEvent event = PaymentEvent.newBuilder()
                .setMetadata(metadata(at, ++payments))
                .setChange(change)
                .setPayment(Payment.newBuilder()
                        .setPaymentId(truth.bookingId)
                        .setBookingId(truth.bookingId)
                        .setStatus(truth.payment)
                        .setProvider(Provider.valueOf(truth.provider))
                        .setAmount(francs(truth.grossFrancs))
                        .setAttempts(truth.attempts)
                        .setSucceededAt(succeededAt)
                        .setCommission(truth.commissionFrancs == null ? null : francs(truth.commissionFrancs))
                        .build())
                .build();
        return new Told(Topics.PAYMENT_EVENTS, truth.bookingId, at, event);
    }

    Told receipt(ComplianceChange change, Instant at) {
        FiscalReceipt receipt = FiscalReceipt.newBuilder()
                .setNumber("1/1 NS")
                .setSdcId("SDC010000001")
                .setSignature("V249J39CFJ48HE2W")
                .setInternalData("")
                .setInvoiceNumber(1)
                .setTotal(francs(truth.grossFrancs))
                .setVat(francs(truth.vatFrancs))
                .setTaxClass("B")
                .setIssuedAt(at)
                .setQrText("qr")
                .build();
        return compliance(change, at, receipt, null);
    }

    Told dispatch(boolean cleared, UUID driver, Instant at) {
        ComplianceChange change = cleared ? ComplianceChange.DISPATCH_CLEARED : ComplianceChange.DISPATCH_REFUSED;
        return compliance(change, at, null, new DispatchDecision(CLEARANCE, driver, VEHICLE, cleared, List.of(), null));
    }

    private Told compliance(
            ComplianceChange change, Instant at, @Nullable FiscalReceipt receipt, @Nullable DispatchDecision decision) {
        ComplianceEvent event = ComplianceEvent.newBuilder()
                .setMetadata(metadata(at, ++papers))
                .setChange(change)
                .setBookingId(truth.bookingId)
                .setReceipt(receipt)
                .setDecision(decision)
                .build();
        return new Told(Topics.COMPLIANCE_EVENTS, truth.bookingId, at, event);
    }

    Told tracking(TrackingChange change, Instant at, @Nullable Instant arrivalAt) {
        TrackingEvent event = TrackingEvent.newBuilder()
                .setMetadata(metadata(at, ++trips))
                .setChange(change)
                .setBookingId(truth.bookingId)
                .setVehicleId(VEHICLE)
                .setLatitude(-1.95)
                .setLongitude(30.06)
                .setArrivalAt(arrivalAt)
                .build();
        return new Told(Topics.TRACKING_EVENTS, truth.bookingId, at, event);
    }

    private EventMetadata metadata(Instant at, long sequence) {
        return EventMetadata.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenant(truth.tenant)
                .setCorrelationId("story")
                .setOccurredAt(at)
                .setSequence(sequence)
                .build();
    }

    private static Money francs(long amount) {
        return new Money(amount, "RWF");
    }
}
