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
import rw.ishemalink.payment.reconciling.Runs;

/** Days of providers, compared. The merchant account is the platform's, so only its staff see them as a whole. */
@Path("/api/payments/reconciliations")
@Tag(name = "Reconciliation")
@RolesAllowed(Role.Names.PLATFORM_ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ReconciliationResource {

    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;

    private final Runs runs;
    private final Caller caller;

    ReconciliationResource(Runs runs, Caller caller) {
        this.runs = runs;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Compare a provider's day now: for the first time, or again",
            description = "Each day is compared by itself once it is over. Doing it again changes nothing that still is"
                    + " so. A day that waits for answers (ASKED) or for another try goes on at once.")
    @APIResponse(
            responseCode = "202",
            description = "It is taken up; ask for it to see how far it is",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @APIResponse(responseCode = "400", description = "The day is not over, or the request cannot be read")
    public Response request(@NotNull @Valid RunRequest body) {
        RunView view = RunView.of(runs.request(body.provider(), body.day(), caller.personId()));
        return Response.accepted(view).build();
    }

    @GET
    @Operation(summary = "Days that were compared or are to be, newest first")
    @APIResponse(responseCode = "400", description = "A parameter that makes no sense")
    public RunPage list(
            @Parameter(description = "Only that provider's") @RestQuery @Nullable String provider,
            @RestQuery @Nullable String after,
            @Parameter(description = "1 to 500; 50 if absent") @RestQuery @Nullable String limit) {
        int size = Parameters.limit(limit, USUAL_LIMIT, LARGEST_LIMIT);
        return RunPage.of(runs.list(Parameters.provider(provider), RunPage.key(after), size + 1), size);
    }

    @GET
    @Path("/{provider}/{day}")
    @Operation(summary = "How far the comparison of a provider's day is, and what came of it")
    @APIResponse(responseCode = "404", description = "Nobody has wanted that day compared")
    public RunView get(@RestPath String provider, @RestPath String day) {
        return RunView.of(runs.get(Parameters.getProvider(provider), Parameters.getDay(day)));
    }
}
