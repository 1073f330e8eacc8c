package rw.ishemalink.compliance.licence.intake.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.licence.intake.ImportDesk;
import rw.ishemalink.compliance.licence.intake.ImportReport;
import rw.ishemalink.compliance.licence.store.ImportStore;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.kit.problem.ProblemTexts;

/** Files of licences: handed in, and what came of them. */
@Path("/api/compliance/licences/imports")
@Tag(name = "Licences")
@RunOnVirtualThread
@RolesAllowed({Role.Names.GOVERNMENT, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
public class ImportResource {

    private final ImportDesk desk;
    private final ImportStore imports;
    private final UnitOfWork unitOfWork;
    private final Caller caller;

    ImportResource(ImportDesk desk, ImportStore imports, UnitOfWork unitOfWork, Caller caller) {
        this.desk = desk;
        this.imports = imports;
        this.unitOfWork = unitOfWork;
        this.caller = caller;
    }

    /** A page, and where the next one begins; null when this is the last. */
    public record ReportPage(
            List<ReportView> items, @Nullable UUID next) {}

    @POST
    @Consumes("text/csv")
    @Operation(summary = "Hand in a file: every good line is taken or, with strict, all lines or none")
    public ReportView take(
            @NotNull String file, @RestQuery @DefaultValue("false") boolean strict, @Context HttpHeaders headers) {
        return ReportView.of(desk.take(caller, file, strict), language(headers));
    }

    @GET
    @Operation(summary = "Files that were handed in, oldest first")
    public ReportPage list(
            @RestQuery @Nullable UUID after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context HttpHeaders headers) {
        List<ImportReport> found = unitOfWork.read(sql -> imports.list(sql, caller.tenant(), after, limit + 1));
        List<ImportReport> page = found.subList(0, Math.min(limit, found.size()));
        return new ReportPage(
                page.stream()
                        .map(report -> ReportView.of(report, language(headers)))
                        .toList(),
                found.size() > limit ? page.getLast().importId() : null);
    }

    @GET
    @Path("/{importId}")
    @Operation(summary = "What came of a file")
    public ReportView get(@RestPath UUID importId, @Context HttpHeaders headers) {
        return unitOfWork
                .read(sql -> imports.find(sql, caller.tenant(), importId))
                .map(report -> ReportView.of(report, language(headers)))
                .orElseThrow(() -> ProblemException.notFound("no-such-import"));
    }

    private static Locale language(HttpHeaders headers) {
        return ProblemTexts.language(headers.getAcceptableLanguages());
    }
}
