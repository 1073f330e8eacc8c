package rw.ishemalink.compliance.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import rw.ishemalink.compliance.audit.AuditEntry;
import rw.ishemalink.compliance.audit.AuditTrail;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.casefile.CaseFiles;
import rw.ishemalink.compliance.dispatch.DispatchRequests;
import rw.ishemalink.compliance.manifest.Manifests;
import rw.ishemalink.compliance.receipt.ReceiptJobs;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.booking.BookingStatus;

/** What a booking's changes mean here: paid asks for a receipt, an assignment for a decision, an export for a manifest. */
@ApplicationScoped
public class BookingListener implements InboxListener<BookingEvent> {

    private final CaseFiles files;
    private final ReceiptJobs receipts;
    private final DispatchRequests dispatches;
    private final Manifests manifests;
    private final AuditTrail trail;

    BookingListener(
            CaseFiles files, ReceiptJobs receipts, DispatchRequests dispatches, Manifests manifests, AuditTrail trail) {
        this.files = files;
        this.receipts = receipts;
        this.dispatches = dispatches;
        this.manifests = manifests;
        this.trail = trail;
    }

    @Override
    public Class<BookingEvent> eventType() {
        return BookingEvent.class;
    }

    @Override
    public void handle(Tx tx, BookingEvent event) {
        trail.add(tx.sql(), entry(event));
        if (event.getBooking().getKind() == BookingKind.UNKNOWN
                || event.getBooking().getStatus() == BookingStatus.UNKNOWN) {
            return;
        }
        CaseFile file = BookingReading.caseFile(event);
        if (!files.save(tx.sql(), file)) {
            return;
        }
        BookingReading.findExport(event).ifPresent(export -> files.saveExport(tx.sql(), export));
        if (file.status().isSold()) {
            receipts.askForSale(tx.sql(), file);
        }
        act(tx, event, file);
    }

    private void act(Tx tx, BookingEvent event, CaseFile file) {
        switch (event.getChange()) {
            case ASSIGNMENT_REQUESTED -> dispatches.ask(tx.sql(), file, asked(event));
            case ASSIGNMENT_REFUSED, FAILED -> dispatches.withdraw(tx.sql(), file.bookingId());
            case ASSIGNED -> manifests.issueIfDue(tx, file);
            case CANCELLED -> {
                dispatches.withdraw(tx.sql(), file.bookingId());
                receipts.askForRefund(tx.sql(), file.bookingId());
            }
            case CREATED,
                    CONFIRMED,
                    PAID,
                    RECEIPT_RECORDED,
                    PICKED_UP,
                    ARRIVED_AT_BORDER,
                    LEFT_BORDER,
                    EDITED,
                    MANIFEST_ACCEPTED,
                    RATED,
                    DELIVERED,
                    UNKNOWN -> {
                // The case file says it all.
            }
        }
    }

    private static DispatchRequests.Asked asked(BookingEvent event) {
        Assignment assignment = Objects.requireNonNull(event.getBooking().getAssignment(), "assignment");
        return new DispatchRequests.Asked(
                assignment.getDriverId(),
                assignment.getVehicleId(),
                assignment.getVehiclePlate(),
                assignment.getOperatorId());
    }

    private static AuditEntry entry(BookingEvent event) {
        BookingChange change = event.getChange();
        BookingStatus from = event.getFrom();
        return AuditEntry.of(event.getMetadata(), event.getBooking().getBookingId(), Topics.BOOKING_EVENTS, change)
                .by(event.getActor().getRole())
                .between(
                        from == null ? null : from.name(),
                        event.getBooking().getStatus().name())
                .because(event.getReason());
    }
}
