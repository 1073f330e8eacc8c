package rw.ishemalink.analytics.facts;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.analytics.FactSource;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ComplianceEvent;

/** Reads facts out of {@code compliance.events}. */
final class FromCompliance {

    private static final Papers NONE = new Papers(0, null, false, 0);

    private FromCompliance() {}

    /** What is known after the event; empty when it is not newer, or of something that this build does not know. */
    static Optional<Facts> after(Facts before, ComplianceEvent event) {
        long sequence = event.getMetadata().getSequence();
        Papers known = before.papers() == null ? NONE : before.papers();
        if (event.getChange() == ComplianceChange.UNKNOWN || sequence <= known.sequence()) {
            return Optional.empty();
        }
        return Optional.of(before.with(papers(known, event))
                .with(Timeline.entry(
                        FactSource.COMPLIANCE,
                        event.getChange().name(),
                        sequence,
                        null,
                        event.getMetadata().getOccurredAt())));
    }

    /** The first receipt counts, whether official or ours: from then on the sale has one. */
    private static Papers papers(Papers known, ComplianceEvent event) {
        long sequence = event.getMetadata().getSequence();
        int refused = known.dispatchesRefused() + (event.getChange() == ComplianceChange.DISPATCH_REFUSED ? 1 : 0);
        Instant receiptAt = receiptAt(event);
        return receiptAt == null || known.receiptAt() != null
                ? new Papers(sequence, known.receiptAt(), known.signedLocally(), refused)
                : new Papers(
                        sequence, receiptAt, event.getChange() == ComplianceChange.RECEIPT_SIGNED_LOCALLY, refused);
    }

    private static @Nullable Instant receiptAt(ComplianceEvent event) {
        return switch (event.getChange()) {
            case RECEIPT_ISSUED, RECEIPT_SIGNED_LOCALLY ->
                event.getReceipt() == null
                        ? event.getMetadata().getOccurredAt()
                        : event.getReceipt().getIssuedAt();
            case RECEIPT_CREDITED,
                    RECEIPT_STOPPED,
                    DISPATCH_CLEARED,
                    DISPATCH_REFUSED,
                    DISPATCH_WAITING,
                    MANIFEST_ISSUED,
                    UNKNOWN -> null;
        };
    }
}
