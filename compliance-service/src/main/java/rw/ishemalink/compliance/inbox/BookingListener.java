package rw.ishemalink.compliance.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import rw.ishemalink.compliance.casefile.Buyers;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.casefile.CaseFiles;
import rw.ishemalink.compliance.dispatch.DispatchLoop;
import rw.ishemalink.compliance.dispatch.DispatchRequests;
import rw.ishemalink.compliance.manifest.Manifests;
import rw.ishemalink.compliance.receipt.ReceiptJobs;
import rw.ishemalink.compliance.receipt.ReceiptLoop;
import rw.ishemalink.compliance.report.store.FactStore;
import rw.ishemalink.kit.inbox.InboxListener;
import rw.ishemalink.kit.outbox.Tx;
import rw.ishemalink.schemas.booking.Assignment;
import rw.ishemalink.schemas.booking.BookingEvent;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.booking.BookingStatus;

/** What a booking's changes mean here: paid asks for a receipt, an assignment for a decision, an export for a manifest. */
@ApplicationScoped
public class BookingListener implements InboxListener<BookingEvent> {

    private final CaseFiles files;
    private final Buyers buyers;
    private final ReceiptJobs receipts;
    private final ReceiptLoop receiptLoop;
    private final DispatchRequests dispatches;
    private final DispatchLoop dispatchLoop;
    private final Manifests manifests;
    private final FactStore facts;

    BookingListener(
            CaseFiles files,
            Buyers buyers,
            ReceiptJobs receipts,
            ReceiptLoop receiptLoop,
            DispatchRequests dispatches,
            DispatchLoop dispatchLoop,
            Manifests manifests,
            FactStore facts) {
        this.files = files;
        this.buyers = buyers;
        this.receipts = receipts;
        this.receiptLoop = receiptLoop;
        this.dispatches = dispatches;
        this.dispatchLoop = dispatchLoop;
        this.manifests = manifests;
        this.facts = facts;
    }

    @Override
    public Class<BookingEvent> eventType() {
        return BookingEvent.class;
    }

    @Override
    public void handle(Tx tx, BookingEvent event) {
        ReportFacts.find(event).ifPresent(fact -> facts.add(tx.sql(), fact));
        if (event.getBooking().getKind() == BookingKind.UNKNOWN
                || event.getBooking().getStatus() == BookingStatus.UNKNOWN) {
            return;
        }
        CaseFile file = BookingReading.caseFile(event);
        Optional<CaseFiles.Before> before = files.save(tx.sql(), file);
        if (before.isEmpty()) {
            return;
        }
        BookingReading.findExport(event).ifPresent(export -> files.saveExport(tx.sql(), export));
        BookingReading.findBuyer(event).ifPresent(buyer -> buyers.save(tx.sql(), file, buyer));
        if (file.status().isSold() && !before.get().wasSold()) {
            receipts.askForSale(tx.sql(), file);
            tx.afterCommit(receiptLoop::wake);
        }
        act(tx, event, file);
    }

    private void act(Tx tx, BookingEvent event, CaseFile file) {
        switch (event.getChange()) {
            case ASSIGNMENT_REQUESTED -> {
                dispatches.ask(tx.sql(), file, asked(event));
                tx.afterCommit(dispatchLoop::wake);
            }
            case ASSIGNMENT_REFUSED, FAILED -> dispatches.withdraw(tx.sql(), file.bookingId());
            // A manifest that no longer holds is made anew.
            case ASSIGNED, CARNET_GIVEN, SEALED, SEAL_BROKEN -> manifests.issueIfDue(tx, file);
            case CANCELLED -> {
                dispatches.withdraw(tx.sql(), file.bookingId());
                receipts.askForRefund(tx.sql(), file.bookingId());
                tx.afterCommit(receiptLoop::wake);
            }
            case EDITED -> {
                if (BookingReading.findBuyer(event).isEmpty()) {
                    buyers.forget(tx.sql(), file.bookingId());
                }
            }
            case CREATED,
                    CONFIRMED,
                    PAID,
                    RECEIPT_RECORDED,
                    PICKED_UP,
                    ARRIVED_AT_BORDER,
                    LEFT_BORDER,
                    HELD_AT_BORDER,
                    HOLD_RELEASED,
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
}
