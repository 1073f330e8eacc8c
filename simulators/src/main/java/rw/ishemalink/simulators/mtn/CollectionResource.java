package rw.ishemalink.simulators.mtn;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** Collection: asks a payer for money. Accepted is 202 with an empty body; only the status tells the end. */
@Path("/mtn")
@Tag(name = "MTN MoMo")
@SecurityScheme(securitySchemeName = "mtn-token", type = SecuritySchemeType.HTTP, scheme = "bearer")
@SecurityRequirement(name = "mtn-token")
@Outside(OutsideSystem.MTN)
public class CollectionResource {

    private final Door door;
    private final Transactions transactions;
    private final Payers payers;
    private final StatusDesk statuses;

    public CollectionResource(Door door, Transactions transactions, Payers payers, StatusDesk statuses) {
        this.door = door;
        this.transactions = transactions;
        this.payers = payers;
        this.statuses = statuses;
    }

    @POST
    @Path("/collection/v1_0/requesttopay")
    @Operation(summary = "Request to pay; X-Reference-Id is the idempotency key")
    public Response requestToPay(@BeanParam MtnHeaders headers, Orders.@Nullable RequestToPay body) {
        Door.Admission admission = door.admitNew(Product.COLLECTION, headers);
        if (body == null) {
            throw MtnError.badRequest("The body is missing.");
        }
        Terms terms = Terms.check(
                admission.user().targetEnvironment(),
                body.amount(),
                body.currency(),
                body.externalId(),
                body.payerMessage(),
                body.payeeNote());
        Party payer = Terms.party("payer", body.payer());
        Plan plan = payers.plan(payer.partyId() == null ? "" : payer.partyId());
        transactions.accept(Transaction.Kind.REQUEST_TO_PAY, admission, terms, Optional.of(payer), plan);
        return Response.accepted().build();
    }

    @GET
    @Path("/collection/v1_0/requesttopay/{referenceId}")
    @Operation(summary = "Status of a request to pay; 200 even when it failed")
    public StatusBody status(@BeanParam MtnHeaders headers, @RestPath String referenceId) {
        ApiUser user = door.admit(Product.COLLECTION, headers);
        return statuses.answer(Transaction.Kind.REQUEST_TO_PAY, user, referenceId);
    }
}
