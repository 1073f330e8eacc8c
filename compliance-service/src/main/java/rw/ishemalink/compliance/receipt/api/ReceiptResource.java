package rw.ishemalink.compliance.receipt.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.casefile.Readers;
import rw.ishemalink.compliance.receipt.Receipts;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** The receipts of a booking: for its sender, the tenant's staff and government. */
@Path("/api/compliance/bookings")
@Tag(name = "Compliance")
@Authenticated
public class ReceiptResource {

    private final UnitOfWork unitOfWork;
    private final Readers readers;
    private final Receipts receipts;
    private final Caller caller;

    ReceiptResource(UnitOfWork unitOfWork, Readers readers, Receipts receipts, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.readers = readers;
        this.receipts = receipts;
        this.caller = caller;
    }

    @GET
    @Path("/{bookingId}/receipt")
    @Operation(summary = "The fiscal receipt of a booking; 404 with no-receipt-yet until there is one")
    public ReceiptAnswer get(@RestPath UUID bookingId) {
        CaseFile file = readers.getFor(caller, bookingId);
        return unitOfWork.read(sql -> answer(sql, file));
    }

    private ReceiptAnswer answer(Handle sql, CaseFile file) {
        ReceiptView counts = receipts.findSale(sql, file.bookingId())
                .map(ReceiptView::of)
                .orElseThrow(() -> ProblemException.notFound("no-receipt-yet"));
        List<ReceiptView> trail = receipts.list(sql, file.bookingId()).stream()
                .map(ReceiptView::of)
                .toList();
        return new ReceiptAnswer(file.bookingId(), file.trackingCode(), counts, trail);
    }
}
