package rw.ishemalink.analytics.law;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.BookingLife;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.compliance.DispatchDecision;
import rw.ishemalink.schemas.compliance.FiscalReceipt;
import rw.ishemalink.schemas.payment.Payment;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.payment.PaymentStatus;
import rw.ishemalink.schemas.payment.Provider;

/** One booking's history on three topics, event by event, with one clock. */
final class History {

    static final LocalDate NEXT_YEAR = LocalDate.parse("2027-12-31");

    private final BookingLife booking;
    private final List<Told> told = new ArrayList<>();
    private final UUID payment = UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();
    private final UUID vehicle = UUID.randomUUID();
    private final UUID decision = UUID.randomUUID();

    History(BookingLife booking) {
        this.booking = booking;
    }

    /** A domestic shipment, confirmed. */
    static History confirmed() {
        return new History(BookingLife.begin()).booking(BookingLife::confirmed);
    }

    /** The same, assigned as the law wants it. */
    static History assigned() {
        return confirmed().paid().receipt().cleared(NEXT_YEAR).assignedTo();
    }

    UUID bookingId() {
        return booking.bookingId();
    }

    Instant now() {
        return booking.now();
    }

    List<Told> told() {
        return List.copyOf(told);
    }

    History later(Duration duration) {
        booking.later(duration);
        return this;
    }

    History booking(Function<BookingLife, BookingEvent> step) {
        booking.later(Duration.ofSeconds(1));
        return tell(Topics.BOOKING_EVENTS, step.apply(booking));
    }

    History paid() {
        return payment(PaymentChange.SUCCEEDED, PaymentStatus.SUCCEEDED).booking(BookingLife::paid);
    }

    History refunded() {
        return payment(PaymentChange.REFUND_REQUESTED, PaymentStatus.REFUNDING)
                .later(Duration.ofMinutes(3))
                .payment(PaymentChange.REFUNDED, PaymentStatus.REFUNDED);
    }

    History receipt() {
        return compliance(ComplianceChange.RECEIPT_ISSUED, receipt("SDC010000001"), null);
    }

    History localSignature() {
        return compliance(ComplianceChange.RECEIPT_SIGNED_LOCALLY, receipt("LOCAL"), null);
    }

    History credited() {
        return compliance(ComplianceChange.RECEIPT_CREDITED, receipt("SDC010000001"), null);
    }

    History cleared(LocalDate validUntil) {
        return compliance(
                ComplianceChange.DISPATCH_CLEARED, null, decision(decision, driver, vehicle, true, validUntil));
    }

    History clearedForAnotherDriver() {
        return compliance(
                ComplianceChange.DISPATCH_CLEARED,
                null,
                decision(decision, UUID.randomUUID(), vehicle, true, NEXT_YEAR));
    }

    History refusedForAnotherDriver() {
        UUID other = UUID.randomUUID();
        return compliance(
                ComplianceChange.DISPATCH_REFUSED,
                null,
                decision(UUID.randomUUID(), other, UUID.randomUUID(), false, NEXT_YEAR));
    }

    History assignedTo() {
        return booking(life -> life.assignedTo(driver, vehicle, decision));
    }

    History payment(PaymentChange change, PaymentStatus status) {
        booking.later(Duration.ofSeconds(1));
        PaymentEvent event = PaymentEvent.newBuilder()
                .setMetadata(metadata())
                .setChange(change)
                .setPayment(Payment.newBuilder()
                        .setPaymentId(payment)
                        .setBookingId(bookingId())
                        .setStatus(status)
                        .setProvider(Provider.MTN)
                        .setAmount(new Money(11_800L, "RWF"))
                        .setAttempts(1)
                        .build())
                .build();
        return tell(Topics.PAYMENT_EVENTS, event);
    }

    private History compliance(
            ComplianceChange change, @Nullable FiscalReceipt receipt, @Nullable DispatchDecision dispatch) {
        booking.later(Duration.ofSeconds(1));
        ComplianceEvent event = ComplianceEvent.newBuilder()
                .setMetadata(metadata())
                .setChange(change)
                .setBookingId(bookingId())
                .setReceipt(receipt)
                .setDecision(dispatch)
                .build();
        return tell(Topics.COMPLIANCE_EVENTS, event);
    }

    private History tell(Topics topic, org.apache.avro.specific.SpecificRecord event) {
        told.add(new Told(topic, bookingId(), now(), event));
        return this;
    }

    private EventMetadata metadata() {
        return EventMetadata.newBuilder()
                .setEventId(UUID.randomUUID())
                .setTenant("ishemalink")
                .setCorrelationId("story")
                .setOccurredAt(now())
                .setSequence(told.size() + 1L)
                .build();
    }

    private FiscalReceipt receipt(String device) {
        return FiscalReceipt.newBuilder()
                .setNumber("1/1 NS")
                .setSdcId(device)
                .setSignature("V249J39CFJ48HE2W")
                .setInternalData("")
                .setInvoiceNumber(1)
                .setTotal(new Money(11_800L, "RWF"))
                .setVat(new Money(1_800L, "RWF"))
                .setTaxClass("B")
                .setIssuedAt(now())
                .setQrText("qr")
                .build();
    }

    private static DispatchDecision decision(
            UUID decisionId, UUID driverId, UUID vehicleId, boolean cleared, LocalDate validUntil) {
        return new DispatchDecision(decisionId, driverId, vehicleId, cleared, List.of(), validUntil);
    }

    /** Without the events that fit. */
    List<Told> without(Predicate<Told> left) {
        return told.stream().filter(left.negate()).toList();
    }
}
