package rw.ishemalink.compliance.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;
import rw.ishemalink.compliance.audit.AuditEntry;
import rw.ishemalink.compliance.audit.AuditTrail;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ComplianceEvent;

/** Publishes compliance.events and writes each into the audit trail. */
@ApplicationScoped
public class ComplianceEvents {

    /** The actor of what no person did. */
    private static final String SYSTEM = "SYSTEM";

    private final CaseFiles files;
    private final AuditTrail trail;

    ComplianceEvents(CaseFiles files, AuditTrail trail) {
        this.files = files;
        this.trail = trail;
    }

    /** Publishes a fact about the booking; the content names receipt, decision or manifest. */
    public void publish(
            Tx tx, String tenant, UUID bookingId, ComplianceChange change, Consumer<ComplianceEvent.Builder> content) {
        EventMetadata metadata = tx.metadata(tenant, files.nextSequence(tx.sql(), bookingId));
        ComplianceEvent.Builder event = ComplianceEvent.newBuilder()
                .setMetadata(metadata)
                .setChange(change)
                .setBookingId(bookingId);
        content.accept(event);
        tx.publish(Topics.COMPLIANCE_EVENTS, bookingId, event.build());
        trail.add(
                tx.sql(),
                AuditEntry.of(metadata, bookingId, Topics.COMPLIANCE_EVENTS, change)
                        .by(SYSTEM));
    }
}
