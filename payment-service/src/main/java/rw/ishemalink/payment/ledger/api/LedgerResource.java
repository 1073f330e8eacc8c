package rw.ishemalink.payment.ledger.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.payment.ledger.Balance;
import rw.ishemalink.payment.ledger.Ledger;

/** The books, for those who check them. */
@Path("/api/payments/ledger")
@Tag(name = "Ledger")
public class LedgerResource {

    private final UnitOfWork unitOfWork;
    private final Ledger ledger;
    private final Caller caller;

    LedgerResource(UnitOfWork unitOfWork, Ledger ledger, Caller caller) {
        this.unitOfWork = unitOfWork;
        this.ledger = ledger;
        this.caller = caller;
    }

    @GET
    @Path("/balance")
    @RolesAllowed({Role.Names.AUDITOR, Role.Names.TENANT_ADMIN, Role.Names.PLATFORM_ADMIN})
    @Operation(
            summary = "Debits, credits and the balance of each account of the token's tenant; the difference is zero")
    public Balance balance() {
        return unitOfWork.read(sql -> ledger.balance(sql, caller.tenant()));
    }
}
