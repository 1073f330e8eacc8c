package rw.ishemalink.compliance.audit.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.compliance.audit.store.TrailSearch;
import rw.ishemalink.compliance.audit.store.TrailStore;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** A copy of the trail to take away, with its proof (docs/audit.md). */
@Path("/api/audit/export")
@Tag(name = "Audit")
@RolesAllowed({Role.Names.AUDITOR, Role.Names.GOVERNMENT, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
@RunOnVirtualThread
public class ExportResource {

    private static final String NDJSON = "application/x-ndjson";

    private final UnitOfWork unitOfWork;
    private final TrailStore store;
    private final LookedAt lookedAt;
    private final ObjectMapper json;
    private final Caller caller;

    ExportResource(UnitOfWork unitOfWork, TrailStore store, LookedAt lookedAt, ObjectMapper json, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.lookedAt = lookedAt;
        this.json = json;
        this.caller = caller;
    }

    @GET
    @Produces(NDJSON)
    @Operation(
            summary = "The entries that fit, as lines of JSON, with all links of the chain from the first to the end",
            description = "Of the entries between that do not fit only the digest is given, so that the chain can be"
                    + " computed without reading them. Check the file with: ishema audit verify FILE")
    public Response export(@BeanParam SearchParameters parameters) {
        TrailSearch search = parameters.read(caller);
        Caller viewer = Caller.of(
                caller.personId(),
                caller.tenant(),
                caller.roles(),
                caller.phone(),
                caller.email(),
                caller.language(),
                caller.operatorId());
        StreamingOutput body = out -> new TrailExport(unitOfWork, store, lookedAt, json, viewer, search).writeTo(out);
        return Response.ok(body, NDJSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"trail.ndjson\"")
                .build();
    }
}
