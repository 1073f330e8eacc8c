package rw.ishemalink.simulators.airtel;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.airtel.Reply.TransactionData;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;
import rw.ishemalink.simulators.money.Order;
import rw.ishemalink.simulators.money.Plan;
import rw.ishemalink.simulators.money.Transaction;
import rw.ishemalink.simulators.money.Transaction.Kind;
import rw.ishemalink.simulators.money.Verdict;

/** Refund of a whole payment, done at once and at most once; it has no key of its own. */
@Path("/airtel")
@Tag(name = "Airtel Money")
@SecurityRequirement(name = "airtel-token")
@Outside(OutsideSystem.AIRTEL)
public class RefundResource {

    private final AirtelDoor door;
    private final AirtelOperator airtel;
    private final MoneyIds moneyIds;
    private final Standing standing;

    public RefundResource(AirtelDoor door, AirtelOperator airtel, MoneyIds moneyIds, Standing standing) {
        this.door = door;
        this.airtel = airtel;
        this.moneyIds = moneyIds;
        this.standing = standing;
    }

    @POST
    @Path("/standard/v1/payments/refund")
    @Operation(summary = "Give a payment back; named by Airtel's own id of the money")
    public synchronized Reply refund(@BeanParam AirtelHeaders headers, Orders.@Nullable Refund body) {
        String client = door.admit(headers);
        Orders.Paid named =
                AirtelDoor.required(AirtelDoor.required(body, "body").transaction(), "transaction");
        Transaction paid = moneyIds.findPayment(client, String.valueOf(named.moneyId()))
                .orElseThrow(() -> Reply.refusal("DP00800001025", "Transaction not found"));
        if (!standing.isPaid(paid)) {
            throw Reply.refusal("DP00800001009", "Do not honour");
        }
        if (!airtel.purse().spend(paid.terms())) {
            throw Reply.refusal("DP00800001007", "Not enough balance");
        }
        Transaction refund = airtel.accept(order(client, paid), Plan.of(Duration.ZERO, Verdict.SUCCESSFUL))
                .orElseThrow();
        return Reply.of(
                new TransactionData(airtel.transactionId(refund), null, null, "SUCCESS"), "DP00800001001", true);
    }

    private static Order order(String client, Transaction paid) {
        return new Order(
                Kind.REFUND,
                Standing.refundReference(paid),
                client,
                paid.terms(),
                paid.party(),
                null,
                paid.reference());
    }
}
