package rw.ishemalink.compliance.manifest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.casefile.Readers;
import rw.ishemalink.compliance.manifest.Declarations;
import rw.ishemalink.compliance.manifest.ManifestRow;
import rw.ishemalink.compliance.manifest.Manifests;
import rw.ishemalink.compliance.manifest.Procedure;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.problem.ProblemException;

/** The versions of an export's manifest and the declaration made of it, for those who may read the manifest. */
@Path("/api/compliance/manifests/{bookingId}")
@Tag(name = "Compliance")
@Authenticated
public class ManifestsResource {

    private final UnitOfWork unitOfWork;
    private final Readers readers;
    private final Manifests manifests;
    private final Declarations declarations;
    private final Caller caller;

    ManifestsResource(
            UnitOfWork unitOfWork, Readers readers, Manifests manifests, Declarations declarations, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.readers = readers;
        this.manifests = manifests;
        this.declarations = declarations;
        this.caller = caller;
    }

    /** A version of a manifest; reason is first, or what changed since the version before. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VersionView(
            int version,
            String reference,
            String reason,
            String vehiclePlate,
            @Nullable String customsOfficeCode,
            List<String> seals,
            @Nullable String rctgReference,
            String sha256,
            Instant issuedAt,
            List<String> warnings) {

        private static VersionView of(ManifestRow manifest) {
            return new VersionView(
                    manifest.version(),
                    manifest.reference(),
                    manifest.reason(),
                    manifest.vehiclePlate(),
                    manifest.customsOfficeCode(),
                    manifest.seals(),
                    manifest.rctgReference(),
                    manifest.sha256(),
                    manifest.issuedAt(),
                    ManifestWarnings.of(manifest));
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Every version of the manifest, the latest first, and why there is one")
    public List<VersionView> list(@RestPath UUID bookingId) {
        CaseFile file = readers.getFor(caller, bookingId, Role.CUSTOMS_INSPECTOR);
        return unitOfWork.read(sql -> manifests.list(sql, file.bookingId())).stream()
                .map(VersionView::of)
                .toList();
    }

    @GET
    @Path("sad")
    @Produces(MediaType.APPLICATION_XML)
    @Operation(summary = "The declaration (SAD) for ASYCUDA World, for the declarant to complete; EX1 or EXS1")
    public String sad(@RestPath UUID bookingId, @RestQuery @Nullable String procedure) {
        CaseFile file = readers.getFor(caller, bookingId, Role.CUSTOMS_INSPECTOR);
        Procedure wanted = procedure == null ? null : procedure(procedure);
        return unitOfWork
                .call(tx -> manifests
                        .issueIfDue(tx, file)
                        .map(manifest -> declarations.write(tx.sql(), file, manifest, wanted)))
                .orElseThrow(() -> ProblemException.notFound("no-manifest"));
    }

    private static Procedure procedure(String name) {
        return switch (name) {
            case "EX1" -> Procedure.EX1;
            case "EXS1" -> Procedure.EXS1;
            default -> throw ProblemException.badRequest("unknown-procedure");
        };
    }
}
