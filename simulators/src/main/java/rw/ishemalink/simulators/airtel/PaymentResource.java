package rw.ishemalink.simulators.airtel;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.airtel.Reply.TransactionData;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;
import rw.ishemalink.simulators.money.Order;
import rw.ishemalink.simulators.money.Party;
import rw.ishemalink.simulators.money.Terms;
import rw.ishemalink.simulators.money.Transaction.Kind;

/** Collection by USSD push, and how it stands; a payment that was taken is only in progress. */
@Path("/airtel")
@Tag(name = "Airtel Money")
@SecurityScheme(securitySchemeName = "airtel-token", type = SecuritySchemeType.HTTP, scheme = "bearer")
@SecurityRequirement(name = "airtel-token")
@Outside(OutsideSystem.AIRTEL)
public class PaymentResource {

    private final AirtelDoor door;
    private final AirtelOperator airtel;
    private final Portal portal;
    private final Standing standing;

    public PaymentResource(AirtelDoor door, AirtelOperator airtel, Portal portal, Standing standing) {
        this.door = door;
        this.airtel = airtel;
        this.portal = portal;
        this.standing = standing;
    }

    @POST
    @Path("/merchant/v1/payments/")
    @Operation(summary = "Ask a payer for money; transaction.id is the key")
    public Reply collect(@BeanParam AirtelHeaders headers, Orders.@Nullable Collection body) {
        String client = door.admit(headers);
        Orders.Collection order = AirtelDoor.required(body, "body");
        Orders.Asked asked = AirtelDoor.required(order.transaction(), "transaction");
        String id = AirtelDoor.id(asked.id());
        Terms terms = door.terms(order.reference(), asked.amount(), "DP00800001004");
        String payer = AirtelDoor.msisdn(
                AirtelDoor.required(order.subscriber(), "subscriber").msisdn());
        Order taken = new Order(
                Kind.COLLECTION,
                id,
                client,
                terms,
                Party.of(payer),
                portal.settings().callbackUrl(),
                null);
        if (airtel.accept(taken, airtel.payers().plan(payer)).isEmpty()) {
            throw Reply.invalid("ESB000041", "External transaction id already exists");
        }
        return Reply.of(new TransactionData(null, id, null, "Success."), "DP00800001006", true);
    }

    @GET
    @Path("/standard/v1/payments/{id}")
    @Operation(summary = "How a payment stands")
    public Reply enquire(@BeanParam AirtelHeaders headers, @RestPath String id) {
        String client = door.admit(headers);
        return airtel.book()
                .find(Kind.COLLECTION, client, id)
                .map(standing::of)
                .orElseThrow(() -> Reply.refusal("DP00800001025", "Transaction not found"));
    }
}
