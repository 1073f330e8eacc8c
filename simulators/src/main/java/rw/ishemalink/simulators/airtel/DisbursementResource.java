package rw.ishemalink.simulators.airtel;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
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

/** Disbursement: pays out to a phone, with a PIN that only Airtel can read. */
@Path("/airtel")
@Tag(name = "Airtel Money")
@SecurityRequirement(name = "airtel-token")
@Outside(OutsideSystem.AIRTEL)
public class DisbursementResource {

    private static final String DUPLICATE = "DP00900001017";

    private final AirtelDoor door;
    private final AirtelOperator airtel;
    private final AirtelConfig config;
    private final Portal portal;
    private final Keys keys;
    private final Standing standing;

    public DisbursementResource(
            AirtelDoor door, AirtelOperator airtel, AirtelConfig config, Portal portal, Keys keys, Standing standing) {
        this.door = door;
        this.airtel = airtel;
        this.config = config;
        this.portal = portal;
        this.keys = keys;
        this.standing = standing;
    }

    @POST
    @Path("/standard/{version: v1|v2}/disbursements/")
    @Operation(summary = "Pay out to a phone; transaction.id is the key")
    public synchronized Reply transfer(
            @BeanParam AirtelHeaders headers, @RestPath String version, Orders.@Nullable Disbursement body) {
        String client = door.admit(headers);
        Orders.Disbursement order = AirtelDoor.required(body, "body");
        checkPin(AirtelDoor.required(order.pin(), "pin"));
        Orders.Sent sent = AirtelDoor.required(order.transaction(), "transaction");
        String id = AirtelDoor.id(sent.id());
        Terms terms = door.terms(order.reference(), sent.amount(), "DP00900001004");
        String payee =
                AirtelDoor.msisdn(AirtelDoor.required(order.payee(), "payee").msisdn());
        requireNew(id);
        Order taken = new Order(
                Kind.TRANSFER,
                id,
                client,
                terms,
                Party.of(payee),
                portal.settings().callbackUrl(),
                null);
        if (airtel.accept(taken, airtel.planPayout(payee, terms)).isEmpty()) {
            throw duplicate();
        }
        return Reply.of(new TransactionData(null, id, null, "TIP"), "DP00900001006", true);
    }

    @GET
    @Path("/standard/v1/disbursements/{id}")
    @Operation(summary = "How a disbursement stands")
    public Reply enquire(@BeanParam AirtelHeaders headers, @RestPath String id) {
        String client = door.admit(headers);
        return airtel.book()
                .find(Kind.TRANSFER, client, id)
                .map(standing::of)
                .orElseThrow(() -> Reply.refusal("DP00900001015", "Transaction not found"));
    }

    /** Before anything is spent on it. */
    private void requireNew(String id) {
        if (airtel.book().has(id)) {
            throw duplicate();
        }
    }

    private static WebApplicationException duplicate() {
        return Reply.refusal(DUPLICATE, "Duplicate transaction id");
    }

    private void checkPin(String encrypted) {
        if (!keys.decrypt(encrypted).filter(config.pin()::equals).isPresent()) {
            throw Reply.gateway(400, "ROUTER115", "Invalid PIN");
        }
    }
}
