package rw.ishemalink.simulators.airtel;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;
import rw.ishemalink.simulators.money.SettlementDay;

/** Keys, balance and settlement file. The address and form of the file are ours; the portal only offers a download. */
@Path("/airtel")
@Tag(name = "Airtel Money")
@Outside(value = OutsideSystem.AIRTEL, counted = false)
public class AccountResource {

    private final AirtelDoor door;
    private final AirtelOperator airtel;
    private final AirtelConfig config;
    private final Keys keys;

    public AccountResource(AirtelDoor door, AirtelOperator airtel, AirtelConfig config, Keys keys) {
        this.door = door;
        this.airtel = airtel;
        this.config = config;
        this.keys = keys;
    }

    @GET
    @Path("/v1/rsa/encryption-keys")
    @Operation(summary = "The RSA public key for PINs")
    public Map<String, Object> keys(@BeanParam AirtelHeaders headers) {
        door.admit(headers);
        return Map.of("data", Map.of("key", keys.publicKey()), "status", Map.of("code", "200", "success", true));
    }

    @GET
    @Path("/standard/v1/users/balance")
    @Operation(summary = "What the account for refunds and disbursements holds")
    public Map<String, Object> balance(@BeanParam AirtelHeaders headers) {
        door.admit(headers);
        String balance = airtel.purse().available(config.currency()).toPlainString();
        return Map.of(
                "data",
                Map.of("balance", balance, "currency", config.currency(), "account_status", "Active"),
                "status",
                Map.of("code", "200", "response_code", "DP02100000001", "success", true));
    }

    @GET
    @Path("/settlement/{day}.csv")
    @Produces("text/csv")
    @Operation(summary = "What was decided on that day in Rwanda, for client id and secret as basic credentials")
    public String settlement(@HeaderParam("Authorization") @Nullable String authorization, @RestPath String day) {
        byte[] credentials = (config.clientId() + ":" + config.clientSecret()).getBytes(StandardCharsets.UTF_8);
        if (!("Basic " + Base64.getEncoder().encodeToString(credentials)).equals(authorization)) {
            throw AirtelDoor.denied();
        }
        return airtel.settlement().csv(SettlementDay.of(day), config.clientId());
    }
}
