package rw.ishemalink.booking.testing;

import static org.hamcrest.Matchers.equalTo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.compliance.DispatchDecision;
import rw.ishemalink.schemas.compliance.FiscalReceipt;
import rw.ishemalink.schemas.compliance.RuleOutcome;
import rw.ishemalink.schemas.licence.HolderKind;
import rw.ishemalink.schemas.licence.LicenceChange;
import rw.ishemalink.schemas.licence.LicenceEvent;
import rw.ishemalink.schemas.licence.LicenceKind;
import rw.ishemalink.schemas.payment.Payment;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.payment.PaymentStatus;
import rw.ishemalink.schemas.payment.Provider;

/** What payment-service and compliance-service tell of a booking. */
public record Facts(UUID bookingId) {

    public static Facts about(UUID bookingId) {
        return new Facts(bookingId);
    }

    public Facts paid() {
        return payment(PaymentChange.SUCCEEDED, PaymentStatus.SUCCEEDED, null);
    }

    public Facts paymentExpired() {
        return payment(PaymentChange.EXPIRED, PaymentStatus.EXPIRED, null);
    }

    public Facts paymentAttemptFailed(String reason) {
        return payment(PaymentChange.ATTEMPT_FAILED, PaymentStatus.PENDING, reason);
    }

    public Facts receipt(String number) {
        return compliance(ComplianceChange.RECEIPT_ISSUED, receiptNumbered(number), null);
    }

    public Facts localReceipt(String number) {
        return compliance(ComplianceChange.RECEIPT_SIGNED_LOCALLY, receiptNumbered(number), null);
    }

    public Facts cleared(Drivers driver) {
        return compliance(ComplianceChange.DISPATCH_CLEARED, null, decision(driver, true));
    }

    /** Cleared with licences of which the first ends that day. */
    public Facts clearedUntil(Drivers driver, LocalDate lastDay) {
        return compliance(ComplianceChange.DISPATCH_CLEARED, null, decision(driver, true, lastDay));
    }

    /** Tells how a licence of that holder stands now. */
    public static void licence(UUID holderId, HolderKind kind, LicenceChange change, long sequence) {
        LicenceEvent event = LicenceEvent.newBuilder()
                .setMetadata(Events.metadata(Someone.TENANT, sequence))
                .setChange(change)
                .setHolderId(holderId)
                .setHolderKind(kind)
                .setLicenceKind(LicenceKind.DRIVER_AUTHORISATION)
                .setNumber("RURA-1")
                .setValidUntil(LocalDate.of(2099, 12, 31))
                .build();
        Inboxes.hear(Topics.LICENCE_EVENTS, holderId, event.getMetadata(), event);
    }

    public Facts refused(Drivers driver) {
        return compliance(ComplianceChange.DISPATCH_REFUSED, null, decision(driver, false));
    }

    public Facts waiting(Drivers driver) {
        return compliance(ComplianceChange.DISPATCH_WAITING, null, decision(driver, false));
    }

    public Facts receiptStopped(String reason) {
        return publish(event(ComplianceChange.RECEIPT_STOPPED).setReason(reason).build());
    }

    /** Publishes a clearance and does not wait: it comes too early to be heard. */
    public Facts clearedTooEarly(Drivers driver) {
        ComplianceEvent event = event(ComplianceChange.DISPATCH_CLEARED)
                .setDecision(decision(driver, true))
                .build();
        EventSource.publish(Topics.COMPLIANCE_EVENTS, bookingId, event);
        return this;
    }

    /** Checks that an auditor sees the value at the JSON path. */
    public Facts show(String path, Object value) {
        Someone.with(Role.AUDITOR).looksAt(bookingId).statusCode(200).body(path, equalTo(value));
        return this;
    }

    private Facts payment(PaymentChange change, PaymentStatus status, @Nullable String reason) {
        Payment payment = Payment.newBuilder()
                .setPaymentId(UUID.randomUUID())
                .setBookingId(bookingId)
                .setStatus(status)
                .setProvider(Provider.MTN)
                .setAmount(new Money(1_000L, "RWF"))
                .setAttempts(1)
                .setReason(reason)
                .setSucceededAt(status == PaymentStatus.SUCCEEDED ? now() : null)
                .build();
        PaymentEvent event = new PaymentEvent(Events.metadata(Someone.TENANT, 1), change, payment);
        Inboxes.hear(Topics.PAYMENT_EVENTS, bookingId, event.getMetadata(), event);
        return this;
    }

    private Facts compliance(
            ComplianceChange change, @Nullable FiscalReceipt receipt, @Nullable DispatchDecision decision) {
        return publish(event(change).setReceipt(receipt).setDecision(decision).build());
    }

    private Facts publish(ComplianceEvent event) {
        Inboxes.hear(Topics.COMPLIANCE_EVENTS, bookingId, event.getMetadata(), event);
        return this;
    }

    private ComplianceEvent.Builder event(ComplianceChange change) {
        return ComplianceEvent.newBuilder()
                .setMetadata(Events.metadata(Someone.TENANT, 1))
                .setChange(change)
                .setBookingId(bookingId);
    }

    private static FiscalReceipt receiptNumbered(String number) {
        return FiscalReceipt.newBuilder()
                .setNumber(number)
                .setSdcId("SDC010000001")
                .setSignature("SIGNATURE1234567")
                .setInternalData("")
                .setInvoiceNumber(1)
                .setTotal(new Money(1_000L, "RWF"))
                .setVat(new Money(153L, "RWF"))
                .setTaxClass("B")
                .setIssuedAt(now())
                .setQrText("")
                .build();
    }

    private static DispatchDecision decision(Drivers driver, boolean cleared) {
        return decision(driver, cleared, null);
    }

    private static DispatchDecision decision(Drivers driver, boolean cleared, @Nullable LocalDate validUntil) {
        RuleOutcome licence = new RuleOutcome("RURA-DRIVER-AUTHORISATION", "law", "the licence is valid", cleared);
        return new DispatchDecision(
                UUID.randomUUID(), driver.driverId(), driver.vehicleId(), cleared, List.of(licence), validUntil);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
