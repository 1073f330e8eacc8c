package rw.ishemalink.payment.payees.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.kit.access.AccessLog;
import rw.ishemalink.kit.access.Seen;
import rw.ishemalink.kit.access.Sight;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.problem.ProblemException;
import rw.ishemalink.payment.collecting.Msisdn;
import rw.ishemalink.payment.payees.Payees;

/** Where drivers and operators are paid. A driver's wallet is the phone that the fleet tells of. */
@Path("/api/payments/payees/{party}")
@Tag(name = "Payees")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PayeeResource {

    private final Payees payees;
    private final AccessLog accesses;
    private final Caller caller;

    PayeeResource(Payees payees, AccessLog accesses, Caller caller) {
        this.payees = payees;
        this.accesses = accesses;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({
        Role.Names.DRIVER,
        Role.Names.OPERATOR,
        Role.Names.AUDITOR,
        Role.Names.TENANT_ADMIN,
        Role.Names.PLATFORM_ADMIN
    })
    @Operation(summary = "Where a driver or an operator is paid, and was before: one's own, or anybody's of the tenant")
    @APIResponse(responseCode = "404", description = "None, or none that the caller may see")
    public PayeeView get(@RestPath UUID party) {
        PayeeView payee =
                payees.find(caller, party).map(PayeeView::of).orElseThrow(() -> ProblemException.notFound("no-payee"));
        if (caller.operatorId().filter(party::equals).isEmpty()) {
            accesses.note(caller, Seen.PAYMENT, List.of(new Sight(party, null)));
        }
        return payee;
    }

    @PUT
    @RolesAllowed(Role.Names.TENANT_ADMIN)
    @Operation(
            summary = "Give an operator of the tenant a wallet",
            description = "The first wallet may be used at once. One that replaces another rests first, and so does"
                    + " the other: until then nothing is paid out to the operator.")
    @APIResponse(responseCode = "200", description = "How the operator is paid from now on")
    @APIResponse(responseCode = "400", description = "No Rwandan mobile phone")
    @APIResponse(responseCode = "404", description = "The tenant has no such operator")
    public PayeeView register(@RestPath UUID party, @NotNull @Valid WalletRequest wallet) {
        return PayeeView.of(payees.register(caller, party, Msisdn.of(wallet.phone()), wallet.findProvider()));
    }
}
