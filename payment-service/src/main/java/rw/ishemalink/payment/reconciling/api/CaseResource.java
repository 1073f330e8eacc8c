package rw.ishemalink.payment.reconciling.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.payment.reconciling.Case;
import rw.ishemalink.payment.reconciling.CaseAccess;
import rw.ishemalink.payment.reconciling.Cases;
import rw.ishemalink.payment.reconciling.Cases.Seen;
import rw.ishemalink.payment.reconciling.Difference;
import rw.ishemalink.payment.reconciling.store.CaseStore.Wanted;

/** Differences between our books and the providers' statements: a tenant's about its own movements, the platform's all. */
@Path("/api/payments/cases")
@Tag(name = "Reconciliation")
@RolesAllowed({Role.Names.AUDITOR, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CaseResource {

    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;

    private final Cases cases;
    private final Caller caller;

    CaseResource(Cases cases, Caller caller) {
        this.cases = cases;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "Cases that the caller may see, newest first")
    @APIResponse(responseCode = "400", description = "A parameter that makes no sense")
    public CasePage list(
            @Parameter(description = "Only that provider's") @RestQuery @Nullable String provider,
            @Parameter(description = "Only that kind of difference") @RestQuery @Nullable String kind,
            @Parameter(description = "Only cases that stand so") @RestQuery @Nullable String status,
            @RestQuery @Nullable String after,
            @Parameter(description = "1 to 500; 50 if absent") @RestQuery @Nullable String limit) {
        int size = Parameters.limit(limit, USUAL_LIMIT, LARGEST_LIMIT);
        Wanted wanted = new Wanted(
                CaseAccess.onlyOf(caller),
                Parameters.provider(provider),
                Parameters.constant("kind", Difference.Kind.class, kind),
                Parameters.constant("status", Case.Status.class, status),
                Parameters.before(after),
                size + 1);
        return CasePage.of(cases.list(wanted), size);
    }

    @GET
    @Path("/{caseId}")
    @Operation(summary = "A case with all that was done about it")
    @APIResponse(responseCode = "404", description = "None, or none that the caller may see")
    public CaseDetail get(@RestPath UUID caseId) {
        return CaseDetail.of(cases.get(caller, caseId));
    }

    @POST
    @Path("/{caseId}/resolve")
    @RolesAllowed({Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Resolve a case; above the configured amount: propose how",
            description = "The case names the resolutions that fit it. A proposal waits for another person's approval;"
                    + " a further one takes its place.")
    @APIResponse(
            responseCode = "200",
            description = "Resolved, or left to the provider",
            content = @Content(schema = @Schema(implementation = CaseDetail.class)))
    @APIResponse(responseCode = "202", description = "Proposed: another person has to approve")
    @APIResponse(responseCode = "404", description = "None, or none that the caller may see")
    @APIResponse(responseCode = "409", description = "It is closed, or that resolution does not fit it")
    public Response resolve(@RestPath UUID caseId, @NotNull @Valid ResolutionRequest body) {
        Seen seen = cases.resolve(caller, caseId, body.resolution(), body.reason());
        Response.Status status = seen.found().proposal() == null ? Response.Status.OK : Response.Status.ACCEPTED;
        return Response.status(status).entity(CaseDetail.of(seen)).build();
    }

    @POST
    @Path("/{caseId}/approve")
    @RolesAllowed({Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Approve of what another person proposed, which resolves the case")
    @APIResponse(responseCode = "200", description = "Resolved")
    @APIResponse(responseCode = "403", description = "The caller proposed it")
    @APIResponse(responseCode = "404", description = "None, or none that the caller may see")
    @APIResponse(responseCode = "409", description = "It is closed, or that is not what is proposed")
    public CaseDetail approve(@RestPath UUID caseId, @NotNull @Valid ApprovalRequest body) {
        return CaseDetail.of(cases.approve(caller, caseId, body.resolution()));
    }
}
