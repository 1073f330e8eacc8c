package rw.ishemalink.compliance.report.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.report.Edition;
import rw.ishemalink.compliance.report.ReportCsv;
import rw.ishemalink.compliance.report.ReportJson;
import rw.ishemalink.compliance.report.ReportKind;
import rw.ishemalink.compliance.report.ReportPdf;
import rw.ishemalink.compliance.report.Reports;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;

/** The monthly reports of the caller's own tenant: for the agencies, the tenant's and the platform's admins. */
@Path("/api/compliance/reports/{report}")
@Tag(name = "Compliance")
@RolesAllowed({Role.Names.GOVERNMENT, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
public class ReportResource {

    private static final ZoneId KIGALI = ZoneId.of("Africa/Kigali");
    private static final YearMonth FIRST = YearMonth.of(2020, 1);

    private final Reports reports;
    private final Caller caller;

    ReportResource(Reports reports, Caller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A monthly report; the latest revision, or an older one. Accept chooses JSON, CSV or PDF")
    public RestResponse<String> json(
            @RestPath String report, @RestQuery @Nullable String month, @RestQuery @Nullable String revision) {
        Edition edition = edition(report, month, revision);
        return answer(edition, ReportJson.write(edition)).build();
    }

    @GET
    @Produces("text/csv")
    @Operation(hidden = true)
    public RestResponse<String> csv(
            @RestPath String report, @RestQuery @Nullable String month, @RestQuery @Nullable String revision) {
        Edition edition = edition(report, month, revision);
        return file(answer(edition, ReportCsv.write(edition)), edition, "csv");
    }

    @GET
    @Produces("application/pdf")
    @Operation(hidden = true)
    public RestResponse<byte[]> pdf(
            @RestPath String report, @RestQuery @Nullable String month, @RestQuery @Nullable String revision) {
        Edition edition = edition(report, month, revision);
        return file(answer(edition, ReportPdf.write(edition)), edition, "pdf");
    }

    private static <T> RestResponse.ResponseBuilder<T> answer(Edition edition, T body) {
        return RestResponse.ResponseBuilder.ok(body).header("ETag", '"' + edition.sha256() + '"');
    }

    private static <T> RestResponse<T> file(RestResponse.ResponseBuilder<T> answer, Edition edition, String ending) {
        return answer.header("Content-Disposition", "attachment; filename=\"" + edition.fileName() + "." + ending + '"')
                .build();
    }

    private Edition edition(String report, @Nullable String month, @Nullable String revision) {
        ReportKind kind = ReportKind.find(report)
                .orElseThrow(
                        () -> ProblemException.notFound("unknown-report", String.join(", ", ReportKind.listPaths())));
        YearMonth wanted = month(month);
        return revision == null
                ? reports.get(kind, caller.tenant(), wanted)
                : reports.find(kind, caller.tenant(), wanted, number(revision))
                        .orElseThrow(() -> ProblemException.notFound("no-such-revision"));
    }

    private static YearMonth month(@Nullable String text) {
        try {
            YearMonth month = YearMonth.parse(text == null ? "" : text);
            if (month.isBefore(FIRST) || month.isAfter(YearMonth.now(KIGALI))) {
                throw ProblemException.badRequest("bad-month");
            }
            return month;
        } catch (DateTimeParseException e) {
            throw ProblemException.badRequest("bad-month");
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ProblemException.notFound("no-such-revision");
        }
    }
}
