package rw.ishemalink.compliance.receipt.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.casefile.Readers;
import rw.ishemalink.compliance.receipt.ReceiptJobs;
import rw.ishemalink.compliance.receipt.ReceiptLoop;
import rw.ishemalink.compliance.receipt.Receipts;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** The receipts of a booking: for its sender, the tenant's staff and government. */
@Path("/api/compliance/bookings")
@Tag(name = "Compliance")
@Authenticated
@RunOnVirtualThread
public class ReceiptResource {

    private final UnitOfWork unitOfWork;
    private final Readers readers;
    private final Receipts receipts;
    private final ReceiptSearch search;
    private final ReceiptJobs jobs;
    private final ReceiptLoop loop;
    private final Caller caller;

    ReceiptResource(
            UnitOfWork unitOfWork,
            Readers readers,
            Receipts receipts,
            ReceiptSearch search,
            ReceiptJobs jobs,
            ReceiptLoop loop,
            Caller caller) {
        this.unitOfWork = unitOfWork;
        this.readers = readers;
        this.receipts = receipts;
        this.search = search;
        this.jobs = jobs;
        this.loop = loop;
        this.caller = caller;
    }

    @GET
    @Path("/{bookingId}/receipt")
    @Operation(
            summary = "The fiscal receipt of a booking; 404 with no-receipt-yet until there is one,"
                    + " 409 with what is to be mended when the authority refuses it")
    public ReceiptAnswer get(@RestPath UUID bookingId) {
        CaseFile file = readers.getFor(caller, bookingId);
        ReceiptView counts = ReceiptView.of(search.getOfBooking(bookingId));
        List<ReceiptView> trail = unitOfWork.read(sql -> receipts.list(sql, bookingId)).stream()
                .map(ReceiptView::of)
                .toList();
        return new ReceiptAnswer(file.bookingId(), file.trackingCode(), counts, trail);
    }

    /** By the sender, who has the purchase code, or by who runs the bookings; not by who only looks on. */
    @POST
    @Path("/{bookingId}/receipt")
    @Operation(summary = "Sends a refused sale to the authority again, in the name of another buyer or of none")
    public Response retry(@RestPath UUID bookingId, @NotNull @Valid RetryRequest request) {
        CaseFile file = readers.getFor(caller, bookingId);
        boolean runs = caller.isAny(Role.DISPATCHER, Role.TENANT_ADMIN, Role.PLATFORM_ADMIN);
        if (!runs && !file.senderId().equals(caller.personId())) {
            throw ProblemException.forbidden("receipt-not-yours");
        }
        unitOfWork.run(tx -> {
            if (!file.status().isSold() || !jobs.tryAgain(tx.sql(), bookingId, request.toBuyer())) {
                throw ProblemException.conflict("receipt-not-refused");
            }
            tx.afterCommit(loop::wake);
        });
        return Response.accepted().build();
    }
}
