package rw.ishemalink.analytics.law;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import rw.ishemalink.analytics.law.Fact.Clearance;
import rw.ishemalink.analytics.law.Fact.Receipt;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.compliance.DispatchDecision;

/** Reads receipts and clearances out of compliance's events. */
final class ComplianceFacts {

    private ComplianceFacts() {}

    static Heard of(ComplianceEvent event) {
        return new Heard(
                Topics.COMPLIANCE_EVENTS,
                event.getBookingId(),
                event.getMetadata().getTenant(),
                find(event).map(List::of).orElse(List.of()));
    }

    private static Optional<Fact> find(ComplianceEvent event) {
        Instant told = event.getMetadata().getOccurredAt();
        return switch (event.getChange()) {
            case RECEIPT_ISSUED -> Optional.of(new Receipt(told, Receipt.Kind.OFFICIAL));
            case RECEIPT_SIGNED_LOCALLY -> Optional.of(new Receipt(issuedAt(event, told), Receipt.Kind.LOCAL));
            case RECEIPT_CREDITED -> Optional.of(new Receipt(told, Receipt.Kind.CREDIT));
            case DISPATCH_CLEARED ->
                Optional.ofNullable(event.getDecision()).map(decision -> clearance(told, decision));
            case DISPATCH_REFUSED, DISPATCH_WAITING, MANIFEST_ISSUED, RECEIPT_STOPPED, UNKNOWN -> Optional.empty();
        };
    }

    /** The 24 hours count from the signature, not from when it was told. */
    private static Instant issuedAt(ComplianceEvent event, Instant told) {
        return event.getReceipt() == null ? told : event.getReceipt().getIssuedAt();
    }

    private static Clearance clearance(Instant told, DispatchDecision decision) {
        return new Clearance(
                told,
                decision.getDecisionId(),
                decision.getDriverId(),
                decision.getVehicleId(),
                decision.getValidUntil());
    }
}
