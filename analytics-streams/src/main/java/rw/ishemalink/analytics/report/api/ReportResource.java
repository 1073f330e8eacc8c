package rw.ishemalink.analytics.report.api;

import static rw.ishemalink.kit.caller.Role.Names.AUDITOR;
import static rw.ishemalink.kit.caller.Role.Names.DISPATCHER;
import static rw.ishemalink.kit.caller.Role.Names.GOVERNMENT;
import static rw.ishemalink.kit.caller.Role.Names.PLATFORM_ADMIN;
import static rw.ishemalink.kit.caller.Role.Names.TENANT_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.query.api.Asked;
import rw.ishemalink.analytics.query.api.Days;
import rw.ishemalink.analytics.query.api.Described;
import rw.ishemalink.analytics.report.CellFigures;
import rw.ishemalink.analytics.report.Figures;
import rw.ishemalink.analytics.report.Report;
import rw.ishemalink.analytics.report.ReportCsv;
import rw.ishemalink.analytics.report.ReportDays;
import rw.ishemalink.analytics.report.ReportJson;
import rw.ishemalink.analytics.report.ReportKind;
import rw.ishemalink.analytics.report.ReportPdf;
import rw.ishemalink.analytics.report.ReportTexts;
import rw.ishemalink.analytics.report.Reports;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.kit.problem.ProblemTexts;

/** Reports to download. A report changes nothing, so it is a GET, which a link can be. */
@Path(ReportResource.PATH)
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
public class ReportResource {

    static final String PATH = "/api/analytics/reports/generate";
    static final String CSV = "text/csv";
    static final String PDF = "application/pdf";

    private static final int DAYS_WITHOUT_A_PERIOD = 30;

    private final Asked asked;
    private final HttpHeaders headers;

    ReportResource(Asked asked, HttpHeaders headers) {
        this.asked = asked;
        this.headers = headers;
    }

    /** All that a report depends on but its language. */
    private record Wanted(ReportKind kind, Optional<String> tenant, ReportDays days) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "A report as JSON, CSV or PDF, as things stand",
            description =
                    "The same figures in all three; titles and words in the language of Accept-Language. Each says of which"
                            + " days and whose it is, up to when it counts, and whether every part of the system answered."
                            + " Without format, Accept chooses.")
    @APIResponse(responseCode = "200", description = "The report; CSV and PDF as files")
    @APIResponse(responseCode = "400", description = "A report, format, day or period to mend")
    @APIResponse(responseCode = "403", description = Described.FORBIDDEN)
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public RestResponse<String> json(
            @Parameter(
                            required = true,
                            description = "What it is about",
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "ride-patterns",
                                                "driver-performance",
                                                "revenue",
                                                "government-compliance",
                                                "customer-behaviour",
                                                "routes",
                                                "commodities",
                                                "monthly-summary"
                                            }))
                    @RestQuery
                    @Nullable
                    String report,
            @Parameter(description = Described.TENANT) @RestQuery @Nullable String tenant,
            @Parameter(description = "First day in Kigali, yyyy-MM-dd; without from and to the last 30 days")
                    @RestQuery
                    @Nullable
                    String from,
            @Parameter(description = Described.TO) @RestQuery @Nullable String to,
            @Parameter(description = "json when left out", schema = @Schema(enumeration = {"json", "csv", "pdf"}))
                    @RestQuery
                    @Nullable
                    String format) {
        if (format != null && !Set.of("json", "csv", "pdf").contains(format)) {
            throw ProblemException.badRequest("unknown-format");
        }
        ReportTexts texts = texts();
        return answer(ReportJson.write(make(report, tenant, from, to), texts), texts)
                .build();
    }

    @GET
    @Produces(CSV)
    @Operation(hidden = true)
    public RestResponse<String> csv(
            @RestQuery @Nullable String report,
            @RestQuery @Nullable String tenant,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to) {
        Report made = make(report, tenant, from, to);
        ReportTexts texts = texts();
        return file(answer(ReportCsv.write(made, texts), texts), made, "csv");
    }

    @GET
    @Produces(PDF)
    @Operation(hidden = true)
    public RestResponse<byte[]> pdf(
            @RestQuery @Nullable String report,
            @RestQuery @Nullable String tenant,
            @RestQuery @Nullable String from,
            @RestQuery @Nullable String to) {
        Report made = make(report, tenant, from, to);
        ReportTexts texts = texts();
        return file(answer(ReportPdf.write(made, texts), texts), made, "pdf");
    }

    private Report make(@Nullable String report, @Nullable String tenant, @Nullable String from, @Nullable String to) {
        Optional<String> whose = asked.whose(tenant);
        ReportKind kind = ReportKind.find(report == null ? "" : report)
                .orElseThrow(
                        () -> ProblemException.badRequest("unknown-report", String.join(", ", ReportKind.listPaths())));
        Days days = Days.parse(from, to, Days.MOST).orElseGet(() -> Days.last(DAYS_WITHOUT_A_PERIOD));
        return make(new Wanted(kind, whose, new ReportDays(days.from(), days.to())));
    }

    private Report make(Wanted wanted) {
        return asked.answer(
                wanted,
                asking -> Reports.make(
                        wanted.kind, wanted.tenant.orElse(Figures.ALL_TENANTS), wanted.days, new CellFigures(asking)));
    }

    private ReportTexts texts() {
        return new ReportTexts(ProblemTexts.language(headers.getAcceptableLanguages()));
    }

    private static <T> RestResponse.ResponseBuilder<T> answer(T body, ReportTexts texts) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_LANGUAGE, texts.language().getLanguage())
                .header(HttpHeaders.VARY, "Accept, Accept-Language");
    }

    private static <T> RestResponse<T> file(RestResponse.ResponseBuilder<T> answer, Report report, String ending) {
        return answer.header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + report.fileName() + "." + ending + '"')
                .build();
    }
}
