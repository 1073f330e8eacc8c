package rw.ishemalink.local.load;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.local.load.LoadLife.LifeStep;
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
import rw.ishemalink.schemas.booking.Cargo;
import rw.ishemalink.schemas.booking.Contact;
import rw.ishemalink.schemas.booking.Place;
import rw.ishemalink.schemas.booking.Price;
import rw.ishemalink.schemas.booking.Rating;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.compliance.DispatchDecision;
import rw.ishemalink.schemas.compliance.FiscalReceipt;
import rw.ishemalink.schemas.payment.Payment;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.payment.PaymentStatus;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;

/** What the services tell of a life, step by step, in their contracts. */
final class LifeEvents {

    private static final String FRANC = "RWF";
    private static final String PHONE = "+250788000000";
    private static final long CLEARANCE = 5;
    private static final long VEHICLE = 6;
    private static final long PAYMENT = 7;
    private static final long EVENT = 16;

    private LifeEvents() {}

    /** Where the step is told. */
    static Topics topic(LifeStep step) {
        return switch (step.what().source()) {
            case BOOKING -> Topics.BOOKING_EVENTS;
            case PAYMENT -> Topics.PAYMENT_EVENTS;
            case COMPLIANCE -> Topics.COMPLIANCE_EVENTS;
            case TRACKING -> Topics.TRACKING_EVENTS;
        };
    }

    /** What is told, of that tenant. */
    static SpecificRecord event(LoadLife life, LifeStep step, String tenant) {
        EventMetadata metadata = EventMetadata.newBuilder()
                .setEventId(LoadLife.id(EVENT + life.steps().indexOf(step), life.number()))
                .setTenant(tenant)
                .setCorrelationId("load")
                .setOccurredAt(step.at())
                .setSequence(step.sequence())
                .build();
        return switch (step.what()) {
            case CREATED -> booking(life, step, metadata, BookingChange.CREATED, BookingStatus.DRAFT);
            case PAID -> booking(life, step, metadata, BookingChange.PAID, BookingStatus.PAID);
            case ASSIGNED -> booking(life, step, metadata, BookingChange.ASSIGNED, BookingStatus.ASSIGNED);
            case PICKED_UP -> booking(life, step, metadata, BookingChange.PICKED_UP, BookingStatus.IN_TRANSIT);
            case DELIVERED -> booking(life, step, metadata, BookingChange.DELIVERED, BookingStatus.DELIVERED);
            case RATED -> booking(life, step, metadata, BookingChange.RATED, BookingStatus.DELIVERED);
            case FAILED -> booking(life, step, metadata, BookingChange.FAILED, BookingStatus.FAILED);
            case CANCELLED -> booking(life, step, metadata, BookingChange.CANCELLED, BookingStatus.CANCELLED);
            case PAYMENT_SUCCEEDED -> payment(life, metadata, PaymentChange.SUCCEEDED, PaymentStatus.SUCCEEDED, false);
            case PAYMENT_EXPIRED -> payment(life, metadata, PaymentChange.EXPIRED, PaymentStatus.EXPIRED, false);
            case SHARED -> payment(life, metadata, PaymentChange.SHARED, PaymentStatus.SUCCEEDED, true);
            case REFUNDED -> payment(life, metadata, PaymentChange.REFUNDED, PaymentStatus.REFUNDED, false);
            case RECEIPT_ISSUED -> receipt(life, step, metadata);
            case DISPATCH_CLEARED -> clearance(life, metadata);
            case ARRIVAL_ESTIMATED -> estimate(life, step, metadata);
        };
    }

    private static BookingEvent booking(
            LoadLife life, LifeStep step, EventMetadata metadata, BookingChange change, BookingStatus status) {
        return BookingEvent.newBuilder()
                .setMetadata(metadata)
                .setChange(change)
                .setActor(new Actor(null, "SYSTEM"))
                .setBooking(booking(life, step.at(), status, change))
                .build();
    }

    private static Booking booking(LoadLife life, Instant at, BookingStatus status, BookingChange change) {
        return Booking.newBuilder()
                .setBookingId(life.bookingId())
                .setTrackingCode("ISH-00000000")
                .setKind(life.kind())
                .setStatus(status)
                .setSender(Contact.newBuilder()
                        .setPersonId(life.sender())
                        .setPhone(PHONE)
                        .setLanguage(Language.EN)
                        .build())
                .setPayerPhone(PHONE)
                .setOrigin(origin(life))
                .setDestination(destination(life))
                .setCargo(cargo(life))
                .setPrice(new Price(francs(life.grossFrancs()), francs(life.vatFrancs()), "B", "CARGO-2026-1"))
                .setAssignment(assignment(life, at))
                .setCreatedAt(life.createdAt())
                .setPaidAt(unlessLater(life.paidAt(), at))
                .setPickedUpAt(unlessLater(life.pickedUpAt(), at))
                .setDeliveredAt(unlessLater(life.deliveredAt(), at))
                .setRating(change == BookingChange.RATED && life.stars() != null ? new Rating(life.stars()) : null)
                .build();
    }

    private static @Nullable Instant unlessLater(@Nullable Instant time, Instant now) {
        return time == null || time.isAfter(now) ? null : time;
    }

    /** People begin at a point somewhere in the district, goods in the district. */
    private static Place origin(LoadLife life) {
        boolean people = life.kind() == BookingKind.RIDE;
        return Place.newBuilder()
                .setDistrict(life.origin())
                .setCountry("RW")
                .setLatitude(people ? -2.5 + life.number() % 100 / 100.0 : null)
                .setLongitude(people ? 29.5 + Integer.parseInt(life.origin()) / 60.0 : null)
                .setLabel("somewhere")
                .build();
    }

    private static Place destination(LoadLife life) {
        return Place.newBuilder()
                .setDistrict(life.isDomestic() ? life.destination() : null)
                .setCountry(life.isDomestic() ? "RW" : life.destination())
                .setLabel("somewhere")
                .build();
    }

    private static @Nullable Cargo cargo(LoadLife life) {
        return life.commodity() == null
                ? null
                : new Cargo(life.commodity(), "0701.90", false, life.weightKg(), 10, null, List.of());
    }

    private static @Nullable Assignment assignment(LoadLife life, Instant at) {
        if (life.driver() == null || unlessLater(life.assignedAt(), at) == null) {
            return null;
        }
        return Assignment.newBuilder()
                .setDriverId(life.driver())
                .setVehicleId(vehicle(life))
                .setVehiclePlate("RAA 001 A")
                .setOperatorId(life.operator())
                .setClearanceId(LoadLife.id(CLEARANCE, life.number()))
                .build();
    }

    private static UUID vehicle(LoadLife life) {
        return LoadLife.id(VEHICLE, life.number() % 1_000);
    }

    private static PaymentEvent payment(
            LoadLife life, EventMetadata metadata, PaymentChange change, PaymentStatus status, boolean shared) {
        return PaymentEvent.newBuilder()
                .setMetadata(metadata)
                .setChange(change)
                .setPayment(Payment.newBuilder()
                        .setPaymentId(LoadLife.id(PAYMENT, life.number()))
                        .setBookingId(life.bookingId())
                        .setStatus(status)
                        .setProvider(life.provider())
                        .setAmount(francs(life.grossFrancs()))
                        .setAttempts(1)
                        .setSucceededAt(status == PaymentStatus.EXPIRED ? null : life.paymentEndedAt())
                        .setCommission(
                                shared && life.commissionFrancs() != null ? francs(life.commissionFrancs()) : null)
                        .build())
                .build();
    }

    private static ComplianceEvent receipt(LoadLife life, LifeStep step, EventMetadata metadata) {
        return ComplianceEvent.newBuilder()
                .setMetadata(metadata)
                .setChange(ComplianceChange.RECEIPT_ISSUED)
                .setBookingId(life.bookingId())
                .setReceipt(FiscalReceipt.newBuilder()
                        .setNumber("1/1 NS")
                        .setSdcId("SDC010000001")
                        .setSignature("0123456789ABCDEF")
                        .setInternalData("0123456789ABCDEF0123456789")
                        .setInvoiceNumber(life.number() + 1)
                        .setTotal(francs(life.grossFrancs()))
                        .setVat(francs(life.vatFrancs()))
                        .setTaxClass("B")
                        .setIssuedAt(step.at())
                        .setQrText("")
                        .build())
                .build();
    }

    private static ComplianceEvent clearance(LoadLife life, EventMetadata metadata) {
        if (life.driver() == null) {
            throw new IllegalStateException("nobody is cleared");
        }
        return ComplianceEvent.newBuilder()
                .setMetadata(metadata)
                .setChange(ComplianceChange.DISPATCH_CLEARED)
                .setBookingId(life.bookingId())
                .setDecision(DispatchDecision.newBuilder()
                        .setDecisionId(LoadLife.id(CLEARANCE, life.number()))
                        .setDriverId(life.driver())
                        .setVehicleId(vehicle(life))
                        .setCleared(true)
                        .setRules(List.of())
                        .build())
                .build();
    }

    private static TrackingEvent estimate(LoadLife life, LifeStep step, EventMetadata metadata) {
        return TrackingEvent.newBuilder()
                .setMetadata(metadata)
                .setChange(TrackingChange.ARRIVAL_ESTIMATED)
                .setBookingId(life.bookingId())
                .setVehicleId(vehicle(life))
                .setLatitude(-1.95)
                .setLongitude(30.06)
                .setRecordedAt(step.at())
                .setDriverId(life.driver())
                .setArrivalAt(life.promisedAt())
                .setRemainingMetres(10_000L)
                .build();
    }

    private static Money francs(long amount) {
        return new Money(amount, FRANC);
    }
}
