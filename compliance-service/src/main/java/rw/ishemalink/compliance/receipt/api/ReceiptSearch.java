package rw.ishemalink.compliance.receipt.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.compliance.casefile.Readers;
import rw.ishemalink.compliance.receipt.FiscalReceiptRow;
import rw.ishemalink.compliance.receipt.ReceiptJobs;
import rw.ishemalink.compliance.receipt.Receipts;
import rw.ishemalink.compliance.receipt.print.PrintedReceipt;
import rw.ishemalink.compliance.receipt.print.Printing;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** Finds the receipt that somebody means who may read about the booking. */
@ApplicationScoped
class ReceiptSearch {

    private final UnitOfWork unitOfWork;
    private final Readers readers;
    private final Receipts receipts;
    private final ReceiptJobs jobs;
    private final Printing printing;

    ReceiptSearch(UnitOfWork unitOfWork, Readers readers, Receipts receipts, ReceiptJobs jobs, Printing printing) {
        this.unitOfWork = unitOfWork;
        this.readers = readers;
        this.receipts = receipts;
        this.jobs = jobs;
        this.printing = printing;
    }

    PrintedReceipt print(Caller caller, UUID id) {
        FiscalReceiptRow receipt = getFor(caller, id);
        return unitOfWork.call(tx -> printing.print(tx.sql(), receipt));
    }

    String qr(Caller caller, UUID id) {
        FiscalReceiptRow receipt = getFor(caller, id);
        return unitOfWork.read(sql -> printing.qr(sql, receipt));
    }

    /** The receipt of that id; else the one that counts for the sale of the booking of that id. */
    private FiscalReceiptRow getFor(Caller caller, UUID id) {
        Optional<FiscalReceiptRow> named = unitOfWork.read(sql -> receipts.findFor(sql, caller.tenant(), id));
        UUID bookingId = named.map(FiscalReceiptRow::bookingId).orElse(id);
        readers.getFor(caller, bookingId);
        return named.orElseGet(() -> getOfBooking(bookingId));
    }

    /**
     * The receipt that counts for the booking's sale.
     *
     * @throws ProblemException 409 when the authority refuses it for good; 404 when it is not there yet
     */
    FiscalReceiptRow getOfBooking(UUID bookingId) {
        return unitOfWork.read(
                sql -> receipts.findSale(sql, bookingId).orElseThrow(() -> jobs.findRefusal(sql, bookingId)
                        .map(Refusals::problem)
                        .orElseGet(() -> ProblemException.notFound("no-receipt-yet"))));
    }
}
