package rw.ishemalink.simulators.mtn;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** Balance of the merchant's accounts, and whether a person has an active account. */
@Path("/mtn")
@Tag(name = "MTN MoMo")
@SecurityRequirement(name = "mtn-token")
@Outside(OutsideSystem.MTN)
public class AccountResource {

    /** Amounts are texts. */
    public record Balance(String availableBalance, String currency) {}

    private final Door door;
    private final MtnOperator mtn;

    public AccountResource(Door door, MtnOperator mtn) {
        this.door = door;
        this.mtn = mtn;
    }

    @GET
    @Path("/{product: collection|disbursement}/v1_0/account/balance")
    @Operation(summary = "What the account of this product holds")
    public Balance balance(@RestPath Product product, @BeanParam MtnHeaders headers) {
        ApiUser user = door.admit(product, headers);
        String currency = OrderCheck.currencyOf(user.targetEnvironment());
        return switch (product) {
            case COLLECTION -> new Balance(mtn.book().collected(currency).toPlainString(), currency);
            case DISBURSEMENT -> new Balance(mtn.purse().available(currency).toPlainString(), currency);
        };
    }

    @GET
    @Path("/{product: collection|disbursement}/v1_0/account/balance/{currency}")
    @Operation(summary = "The same, for the one currency this environment has")
    public Balance balanceIn(@RestPath Product product, @BeanParam MtnHeaders headers, @RestPath String currency) {
        Balance balance = balance(product, headers);
        if (!balance.currency().equals(currency)) {
            throw MtnError.refusal(500, "INVALID_CURRENCY", "Currency not supported.");
        }
        return balance;
    }

    @GET
    @Path("/{product: collection|disbursement}/v1_0/accountholder/{type: msisdn|email}/{id}/active")
    @Operation(summary = "Whether the person can pay")
    public Map<String, Boolean> active(
            @RestPath Product product, @BeanParam MtnHeaders headers, @RestPath String type, @RestPath String id) {
        door.admit(product, headers);
        return Map.of("result", MagicNumbers.activeHolder(id));
    }
}
