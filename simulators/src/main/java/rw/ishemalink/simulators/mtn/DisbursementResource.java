package rw.ishemalink.simulators.mtn;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;
import rw.ishemalink.simulators.money.Transaction.Kind;

/** Disbursement: pays out to a payee and refunds a request to pay. */
@Path("/mtn")
@Tag(name = "MTN MoMo")
@SecurityRequirement(name = "mtn-token")
@Outside(OutsideSystem.MTN)
public class DisbursementResource {

    private final Door door;
    private final Transactions transactions;
    private final Disbursements disbursements;
    private final StatusDesk statuses;

    public DisbursementResource(
            Door door, Transactions transactions, Disbursements disbursements, StatusDesk statuses) {
        this.door = door;
        this.transactions = transactions;
        this.disbursements = disbursements;
        this.statuses = statuses;
    }

    @POST
    @Path("/disbursement/v1_0/transfer")
    @Operation(summary = "Pay out to a payee")
    public Response transfer(@BeanParam MtnHeaders headers, Orders.@Nullable Transfer body) {
        Door.Admission admission = door.admitNew(Product.DISBURSEMENT, headers, body);
        disbursements.transfer(
                admission,
                OrderCheck.party("payee", Objects.requireNonNull(body).payee()));
        return Response.accepted().build();
    }

    @GET
    @Path("/disbursement/v1_0/transfer/{referenceId}")
    @Operation(summary = "Status of a transfer")
    public StatusBody transferStatus(@BeanParam MtnHeaders headers, @RestPath String referenceId) {
        ApiUser user = door.admit(Product.DISBURSEMENT, headers);
        return statuses.answer(Kind.TRANSFER, user, referenceId);
    }

    @POST
    @Path("/disbursement/v1_0/refund")
    @Operation(summary = "Refund a successful request to pay, whole or in part")
    public Response refund(@BeanParam MtnHeaders headers, Orders.@Nullable Refund body) {
        Door.Admission admission = door.admitNew(Product.DISBURSEMENT, headers, body);
        String paid = Door.reference(Objects.requireNonNull(body).referenceIdToRefund())
                .toString();
        disbursements.refund(admission, transactions.get(Kind.COLLECTION, admission.user(), paid));
        return Response.accepted().build();
    }

    @GET
    @Path("/disbursement/v1_0/refund/{referenceId}")
    @Operation(summary = "Status of a refund")
    public StatusBody refundStatus(@BeanParam MtnHeaders headers, @RestPath String referenceId) {
        ApiUser user = door.admit(Product.DISBURSEMENT, headers);
        return statuses.answer(Kind.REFUND, user, referenceId);
    }
}
