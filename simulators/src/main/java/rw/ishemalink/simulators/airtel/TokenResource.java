package rw.ishemalink.simulators.airtel;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** Client credentials in, bearer token out. */
@Path("/airtel")
@Tag(name = "Airtel Money")
@Outside(value = OutsideSystem.AIRTEL, counted = false)
public class TokenResource {

    /** What the client shows. */
    public record Credentials(
            @Nullable @JsonProperty("client_id") String clientId,
            @Nullable @JsonProperty("client_secret") String clientSecret,
            @Nullable @JsonProperty("grant_type") String grantType) {

        @Override
        public String toString() {
            return "Credentials[" + clientId + "]";
        }
    }

    /** {@code expires_in} in seconds, as text. */
    public record TokenBody(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") String expiresIn,
            @JsonProperty("token_type") String tokenType) {}

    private final AirtelOperator airtel;
    private final AirtelConfig config;

    public TokenResource(AirtelOperator airtel, AirtelConfig config) {
        this.airtel = airtel;
        this.config = config;
    }

    @POST
    @Path("/auth/oauth2/token")
    @Operation(summary = "Access token for everything, good for 180 s")
    public TokenBody token(@Nullable Credentials body) {
        Credentials shown = AirtelDoor.required(body, "body");
        boolean right = config.clientId().equals(shown.clientId())
                && config.clientSecret().equals(shown.clientSecret())
                && "client_credentials".equals(shown.grantType());
        if (!right) {
            throw AirtelDoor.denied();
        }
        return new TokenBody(
                airtel.tokens().issue(config.clientId()),
                Long.toString(airtel.tokens().life().toSeconds()),
                "bearer");
    }
}
