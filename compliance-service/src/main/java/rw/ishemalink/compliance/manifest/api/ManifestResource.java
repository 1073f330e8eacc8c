package rw.ishemalink.compliance.manifest.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.casefile.Readers;
import rw.ishemalink.compliance.manifest.ManifestRow;
import rw.ishemalink.compliance.manifest.Manifests;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** The customs manifest of an export: for its sender, customs inspectors, the tenant's staff and government. */
@Path("/api/compliance/bookings")
@Tag(name = "Compliance")
@Authenticated
public class ManifestResource {

    private final UnitOfWork unitOfWork;
    private final Readers readers;
    private final Manifests manifests;
    private final Caller caller;

    ManifestResource(UnitOfWork unitOfWork, Readers readers, Manifests manifests, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.readers = readers;
        this.manifests = manifests;
        this.caller = caller;
    }

    @GET
    @Path("/{bookingId}/manifest")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "The AWMDS manifest of an export; 404 with no-manifest until driver and vehicle are cleared")
    public RestResponse<String> get(@RestPath UUID bookingId) {
        CaseFile file = readers.getFor(caller, bookingId, Role.CUSTOMS_INSPECTOR);
        ManifestRow manifest = unitOfWork
                .call(tx -> manifests.issueIfDue(tx, file))
                .orElseThrow(() -> ProblemException.notFound("no-manifest"));
        var answer = RestResponse.ResponseBuilder.ok(manifest.xml()).header("ETag", '"' + manifest.sha256() + '"');
        ManifestWarnings.of(manifest).forEach(warning -> answer.header("Warning", "299 ishemalink \"" + warning + '"'));
        return answer.build();
    }
}
