package rw.ishemalink.compliance.receipt.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.receipt.Seller;
import rw.ishemalink.compliance.receipt.Sellers;
import rw.ishemalink.compliance.receipt.print.Labels;
import rw.ishemalink.compliance.receipt.report.DayBooks;
import rw.ishemalink.compliance.receipt.report.DayReport;
import rw.ishemalink.compliance.receipt.report.ItemReport;
import rw.ishemalink.compliance.receipt.report.ReportText;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.kit.problem.ProblemTexts;

/**
 * X, Z and PLU reports of the fiscal device that the caller's tenant sells through, as JSON or as a printer's text. A device
 * that several tenants share adds up the sales of all, so that the staff of its owner alone reads its reports, and government.
 */
@Path("/api/receipts/reports")
@Tag(name = "Receipts")
@RunOnVirtualThread
@RolesAllowed({Role.Names.AUDITOR, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN, Role.Names.GOVERNMENT})
public class DayReportResource {

    private static final int LAST_YEAR = 9_999;
    private static final String TEXT = "text/plain;charset=UTF-8";

    private final UnitOfWork unitOfWork;
    private final DayBooks books;
    private final Sellers sellers;
    private final Caller caller;

    DayReportResource(UnitOfWork unitOfWork, DayBooks books, Sellers sellers, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.books = books;
        this.sellers = sellers;
        this.caller = caller;
    }

    @GET
    @Path("/x")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "X report: a day as it stands now")
    public DayReport x(@RestQuery @Nullable String day) {
        LocalDate wanted = day(day);
        Seller seller = seller();
        return unitOfWork.read(sql -> books.lookAt(sql, seller, wanted));
    }

    @GET
    @Path("/x")
    @Produces(TEXT + ";qs=0.9")
    public Response xAsText(@RestQuery @Nullable String day, @Context HttpHeaders headers) {
        return text(ReportText.lines(x(day), labels(headers)));
    }

    @GET
    @Path("/z")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Z report: a day as it was closed; 404 with day-not-closed when it was not")
    public DayReport z(@RestQuery @Nullable String day) {
        LocalDate wanted = day(day);
        Seller seller = seller();
        return unitOfWork
                .read(sql -> books.findClosed(sql, seller, wanted))
                .orElseThrow(() -> ProblemException.notFound("day-not-closed", wanted));
    }

    @GET
    @Path("/z")
    @Produces(TEXT + ";qs=0.9")
    public Response zAsText(@RestQuery @Nullable String day, @Context HttpHeaders headers) {
        return text(ReportText.lines(z(day), labels(headers)));
    }

    @POST
    @Path("/z")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(summary = "Closes a day that is over; closed already, it stays as it is")
    public DayReport close(@RestQuery @Nullable String day) {
        LocalDate wanted = day(day);
        Seller seller = seller();
        return unitOfWork.call(tx -> books.close(tx, seller, wanted, caller.personId()));
    }

    @GET
    @Path("/plu")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "PLU report: a day by item")
    public ItemReport plu(@RestQuery @Nullable String day) {
        LocalDate wanted = day(day);
        Seller seller = seller();
        return unitOfWork.read(sql -> books.items(sql, seller, wanted));
    }

    @GET
    @Path("/plu")
    @Produces(TEXT + ";qs=0.9")
    public Response pluAsText(@RestQuery @Nullable String day, @Context HttpHeaders headers) {
        return text(ReportText.lines(plu(day), labels(headers)));
    }

    private Seller seller() {
        Seller seller = sellers.getFor(caller.tenant());
        if (!seller.owner().equals(caller.tenant()) && !caller.isAny(Role.GOVERNMENT, Role.PLATFORM_ADMIN)) {
            throw ProblemException.forbidden("shared-device");
        }
        return seller;
    }

    private static LocalDate day(@Nullable String text) {
        try {
            LocalDate day = LocalDate.parse(text == null ? "" : text);
            if (day.getYear() > 0 && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException e) {
            throw ProblemException.badRequest("invalid-day");
        }
        throw ProblemException.badRequest("invalid-day");
    }

    private static Labels labels(HttpHeaders headers) {
        return new Labels(ProblemTexts.language(headers.getAcceptableLanguages()));
    }

    private static Response text(List<String> lines) {
        return Response.ok(String.join("\n", lines) + "\n", TEXT).build();
    }
}
