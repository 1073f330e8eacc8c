package rw.ishemalink.payment.settlement.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import rw.ishemalink.payment.ledger.api.Cursor;
import rw.ishemalink.payment.ledger.api.LedgerParameters;
import rw.ishemalink.payment.settlement.Opening.Opened;
import rw.ishemalink.payment.settlement.Settlements;

/** Settlements of days: those of the tenant, or those in which the caller has a line. */
@Path("/api/payments/settlements")
@Tag(name = "Settlements")
@RolesAllowed({
    Role.Names.DRIVER,
    Role.Names.OPERATOR,
    Role.Names.AUDITOR,
    Role.Names.TENANT_ADMIN,
    Role.Names.PLATFORM_ADMIN
})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SettlementResource {

    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1_000;

    private final Settlements settlements;
    private final Caller caller;

    SettlementResource(Settlements settlements, Caller caller) {
        this.settlements = settlements;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Role.Names.TENANT_ADMIN)
    @Operation(
            summary = "Settle a day that is over, unless it is settled",
            description = "OPERATOR_DRIVER pays each driver and operator what was owed at the day's end and still is;"
                    + " TENANT states what the day did to the tenant's books. The timer does both by itself.")
    @APIResponse(
            responseCode = "201",
            description = "Begun",
            content = @Content(schema = @Schema(implementation = RunView.class)))
    @APIResponse(responseCode = "200", description = "Begun before: how it stands")
    @APIResponse(responseCode = "400", description = "The day is not over")
    public Response open(@NotNull @Valid SettlementRequest request) {
        Opened opened = settlements.open(caller, request.kind(), request.day());
        return Response.status(opened.before() ? Response.Status.OK : Response.Status.CREATED)
                .entity(RunView.of(opened.run()))
                .build();
    }

    @GET
    @Operation(summary = "Settlements, newest first")
    @APIResponse(responseCode = "400", description = "A parameter that makes no sense")
    public RunPage list(
            @RestQuery @Nullable String after,
            @Parameter(description = "1 to 1000; 50 if absent") @RestQuery @Nullable String limit) {
        int size = LedgerParameters.limit(limit, USUAL_LIMIT, LARGEST_LIMIT);
        long before = after == null ? Long.MAX_VALUE : Cursor.readNumber(after);
        return RunPage.of(settlements.list(caller, before, size + 1), size);
    }

    @GET
    @Path("/{settlementId}")
    @Operation(summary = "A settlement as it stands")
    @APIResponse(responseCode = "404", description = "None, or none that the caller may see")
    public RunView get(@RestPath UUID settlementId) {
        return RunView.of(settlements.get(caller, settlementId));
    }
}
