package rw.ishemalink.payment.payouts.api;

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
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.payment.ledger.api.Cursor;
import rw.ishemalink.payment.ledger.api.LedgerParameters;
import rw.ishemalink.payment.payouts.PayoutDesk;
import rw.ishemalink.payment.payouts.PayoutDesk.Asked;
import rw.ishemalink.payment.payouts.store.PayoutStore.Wanted;

/** Payouts: drivers and operators are paid what they are owed, and see their own. */
@Path("/api/payments/payouts")
@Tag(name = "Payouts")
@RolesAllowed({
    Role.Names.DRIVER,
    Role.Names.OPERATOR,
    Role.Names.AUDITOR,
    Role.Names.TENANT_ADMIN,
    Role.Names.PLATFORM_ADMIN
})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PayoutResource {

    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 1_000;

    private final PayoutDesk desk;
    private final Caller caller;

    PayoutResource(PayoutDesk desk, Caller caller) {
        this.desk = desk;
        this.caller = caller;
    }

    @POST
    @RolesAllowed({Role.Names.DRIVER, Role.Names.OPERATOR})
    @Operation(
            summary = "Be paid what is owed, to the own wallet",
            description = "A driver is paid what drivers' work earned, whoever speaks for an operator what its fleet"
                    + " earned. The money is on its way, not there, when this is answered: ask for the payout later.")
    @APIResponse(
            responseCode = "201",
            description = "On its way",
            content = @Content(schema = @Schema(implementation = PayoutView.class)))
    @APIResponse(responseCode = "200", description = "Asked for before under this syncId: how it stands")
    @APIResponse(responseCode = "403", description = "The caller is neither a driver nor speaks for an operator")
    @APIResponse(
            responseCode = "409",
            description = "Nothing or less is owed, it is too little or too much for today, there is no wallet that may"
                    + " be used, or the syncId was used for another wish")
    public Response ask(@NotNull @Valid PayoutRequest request) {
        Asked asked = desk.ask(caller, request.syncId(), request.amount());
        return Response.status(asked.repeated() ? Response.Status.OK : Response.Status.CREATED)
                .entity(PayoutView.of(asked.payout()))
                .build();
    }

    @GET
    @Operation(summary = "Payouts, newest first: the caller's own, or those of the tenant")
    @APIResponse(responseCode = "400", description = "A parameter that makes no sense")
    public PayoutPage list(
            @Parameter(description = "Only those of that driver or operator") @RestQuery @Nullable String party,
            @RestQuery @Nullable String after,
            @Parameter(description = "1 to 1000; 50 if absent") @RestQuery @Nullable String limit) {
        int size = LedgerParameters.limit(limit, USUAL_LIMIT, LARGEST_LIMIT);
        long before = after == null ? Long.MAX_VALUE : Cursor.readNumber(after);
        UUID whose = LedgerParameters.id("party", party).orElse(null);
        return PayoutPage.of(desk.list(caller, new Wanted(whose, before, size + 1)), size);
    }

    @GET
    @Path("/{payoutId}")
    @Operation(summary = "A payout as it stands")
    @APIResponse(responseCode = "404", description = "None, or none that the caller may see")
    public PayoutView get(@RestPath UUID payoutId) {
        return desk.find(caller, payoutId)
                .map(PayoutView::of)
                .orElseThrow(() -> ProblemException.notFound("no-payout"));
    }
}
