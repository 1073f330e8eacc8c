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
import org.eclipse.microprofile.openapi.annotations.Operation;
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
@Path("/api/analytics/reports/generate")
@RolesAllowed({GOVERNMENT, AUDITOR, DISPATCHER, TENANT_ADMIN, PLATFORM_ADMIN})
public class ReportResource {

    private static final int DAYS_WITHOUT_A_PERIOD = 30;

    private final Asked asked;
    private final HttpHeaders headers;

    ReportResource(Asked asked, HttpHeaders headers) {
        this.asked = asked;
        this.headers = headers;
    }

    private enum Format {
        JSON(MediaType.APPLICATION_JSON),
        CSV("text/csv; charset=utf-8"),
        PDF("application/pdf");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }
    }

    /** All that a report depends on but its language. */
    private record Wanted(ReportKind kind, Optional<String> tenant, ReportDays days) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/pdf"})
    @Operation(
            summary = "A report as JSON, CSV or PDF, as things stand",
            description =
                    "The same figures in all three; titles and words in the language of Accept-Language. Each says of which"
                            + " days and whose it is, up to when it counts, and whether every part of the system answered.")
    @APIResponse(responseCode = "200", description = "The report; CSV and PDF as files")
    @APIResponse(responseCode = "400", description = "A report, format, day or period to mend")
    @APIResponse(responseCode = "403", description = Described.FORBIDDEN)
    @APIResponse(responseCode = "503", description = Described.AWAY)
    public RestResponse<Object> generate(
            @Parameter(
                            description =
                                    "ride-patterns, driver-performance, revenue, government-compliance, customer-behaviour,"
                                            + " routes, commodities or monthly-summary")
                    @RestQuery
                    @Nullable
                    String report,
            @Parameter(description = Described.TENANT) @RestQuery @Nullable String tenant,
            @Parameter(description = "First day in Kigali, yyyy-MM-dd; without from and to the last 30 days")
                    @RestQuery
                    @Nullable
                    String from,
            @Parameter(description = Described.TO) @RestQuery @Nullable String to,
            @Parameter(description = "json, csv or pdf; json when left out") @RestQuery @Nullable String format) {
        Optional<String> whose = asked.whose(tenant);
        ReportKind kind = ReportKind.find(report == null ? "" : report)
                .orElseThrow(
                        () -> ProblemException.badRequest("unknown-report", String.join(", ", ReportKind.listPaths())));
        Format wanted = format(format);
        Days days = Days.parse(from, to, Days.MOST).orElseGet(() -> Days.last(DAYS_WITHOUT_A_PERIOD));
        Wanted question = new Wanted(kind, whose, new ReportDays(days.from(), days.to()));
        return answer(make(question), wanted);
    }

    private Report make(Wanted wanted) {
        return asked.answer(
                wanted,
                asking -> Reports.make(
                        wanted.kind, wanted.tenant.orElse(Figures.ALL_TENANTS), wanted.days, new CellFigures(asking)));
    }

    private RestResponse<Object> answer(Report report, Format format) {
        ReportTexts texts = new ReportTexts(ProblemTexts.language(headers.getAcceptableLanguages()));
        RestResponse.ResponseBuilder<Object> answer = RestResponse.ResponseBuilder.create(RestResponse.Status.OK)
                .header(HttpHeaders.CONTENT_TYPE, format.mediaType)
                .header(HttpHeaders.CONTENT_LANGUAGE, texts.language().getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return switch (format) {
            case JSON -> answer.entity(ReportJson.write(report, texts)).build();
            case CSV ->
                file(answer, report, format)
                        .entity(ReportCsv.write(report, texts))
                        .build();
            case PDF ->
                file(answer, report, format)
                        .entity(ReportPdf.write(report, texts))
                        .build();
        };
    }

    private static RestResponse.ResponseBuilder<Object> file(
            RestResponse.ResponseBuilder<Object> answer, Report report, Format format) {
        String name = report.fileName() + "." + format.name().toLowerCase(java.util.Locale.ROOT);
        return answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + '"');
    }

    private static Format format(@Nullable String text) {
        return switch (text == null ? "json" : text) {
            case "json" -> Format.JSON;
            case "csv" -> Format.CSV;
            case "pdf" -> Format.PDF;
            default -> throw ProblemException.badRequest("unknown-format");
        };
    }
}
