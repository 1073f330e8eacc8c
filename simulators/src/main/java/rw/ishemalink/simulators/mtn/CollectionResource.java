package rw.ishemalink.simulators.mtn;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;
import rw.ishemalink.simulators.money.Party;
import rw.ishemalink.simulators.money.Transaction.Kind;

/** Collection: asks a payer for money. Accepted is 202 with an empty body; only the status tells the end. */
@Path("/mtn")
@Tag(name = "MTN MoMo")
@SecurityScheme(securitySchemeName = "mtn-token", type = SecuritySchemeType.HTTP, scheme = "bearer")
@SecurityRequirement(name = "mtn-token")
@Outside(OutsideSystem.MTN)
public class CollectionResource {

    private final Door door;
    private final Transactions transactions;
    private final MtnOperator mtn;
    private final StatusDesk statuses;

    public CollectionResource(Door door, Transactions transactions, MtnOperator mtn, StatusDesk statuses) {
        this.door = door;
        this.transactions = transactions;
        this.mtn = mtn;
        this.statuses = statuses;
    }

    @POST
    @Path("/collection/v1_0/requesttopay")
    @Operation(summary = "Request to pay; X-Reference-Id is the idempotency key")
    public Response requestToPay(@BeanParam MtnHeaders headers, Orders.@Nullable RequestToPay body) {
        Door.Admission admission = door.admitNew(Product.COLLECTION, headers, body);
        Party payer = OrderCheck.party("payer", Objects.requireNonNull(body).payer());
        transactions.accept(
                admission.order(Kind.COLLECTION, payer, null), mtn.payers().plan(payer.id()));
        return Response.accepted().build();
    }

    @GET
    @Path("/collection/v1_0/requesttopay/{referenceId}")
    @Operation(summary = "Status of a request to pay; 200 even when it failed")
    public StatusBody status(@BeanParam MtnHeaders headers, @RestPath String referenceId) {
        ApiUser user = door.admit(Product.COLLECTION, headers);
        return statuses.answer(Kind.COLLECTION, user, referenceId);
    }
}
