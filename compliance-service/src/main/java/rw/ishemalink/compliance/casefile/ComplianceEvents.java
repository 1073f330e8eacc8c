package rw.ishemalink.compliance.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.EventMetadata;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ComplianceEvent;

/** Publishes compliance.events. */
@ApplicationScoped
public class ComplianceEvents {

    private final CaseFiles files;

    ComplianceEvents(CaseFiles files) {
        this.files = files;
    }

    /**
     * Something to be told.
     *
     * @param correlationId of the request that it goes back to
     * @param content names receipt, decision or manifest
     */
    public record Fact(
            String tenant,
            UUID bookingId,
            String correlationId,
            ComplianceChange change,
            Consumer<ComplianceEvent.Builder> content) {}

    /** Publishes facts, each about another booking, with as many statements as one takes. */
    public void publishAll(Tx tx, List<Fact> facts) {
        Map<UUID, Long> sequences = files.nextSequences(
                tx.sql(), facts.stream().map(Fact::bookingId).toList());
        for (Fact fact : facts) {
            Correlation.begin(fact.correlationId());
            EventMetadata metadata =
                    tx.metadata(fact.tenant(), Objects.requireNonNull(sequences.get(fact.bookingId()), "sequence"));
            tell(tx, metadata, fact.bookingId(), fact.change(), fact.content());
        }
    }

    /** Publishes a fact about the booking; the content names receipt, decision or manifest. */
    public void publish(
            Tx tx, String tenant, UUID bookingId, ComplianceChange change, Consumer<ComplianceEvent.Builder> content) {
        EventMetadata metadata = tx.metadata(tenant, files.nextSequence(tx.sql(), bookingId));
        tell(tx, metadata, bookingId, change, content);
    }

    private static void tell(
            Tx tx,
            EventMetadata metadata,
            UUID bookingId,
            ComplianceChange change,
            Consumer<ComplianceEvent.Builder> content) {
        ComplianceEvent.Builder event = ComplianceEvent.newBuilder()
                .setMetadata(metadata)
                .setChange(change)
                .setBookingId(bookingId);
        content.accept(event);
        tx.publish(Topics.COMPLIANCE_EVENTS, bookingId, event.build());
    }
}
