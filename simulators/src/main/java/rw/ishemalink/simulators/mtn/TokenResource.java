package rw.ishemalink.simulators.mtn;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import rw.ishemalink.simulators.faults.Outside;
import rw.ishemalink.simulators.faults.OutsideSystem;

/** Basic credentials in, bearer token out. */
@Path("/mtn")
@Tag(name = "MTN MoMo")
@SecurityScheme(securitySchemeName = "mtn-api-user", type = SecuritySchemeType.HTTP, scheme = "basic")
@SecurityRequirement(name = "mtn-api-user")
@Outside(value = OutsideSystem.MTN, counted = false)
public class TokenResource {

    /** {@code expires_in} in seconds. */
    public record TokenBody(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn) {}

    private final ApiUsers users;
    private final MtnOperator mtn;

    public TokenResource(ApiUsers users, MtnOperator mtn) {
        this.users = users;
        this.mtn = mtn;
    }

    @POST
    @Path("/{product: collection|disbursement}/token/")
    @Operation(summary = "Access token for one product, good for 3600 s")
    public TokenBody token(@RestPath Product product, @BeanParam MtnHeaders headers) {
        users.requireSubscription(headers.subscriptionKey());
        ApiUser user = users.authenticate(headers.authorization());
        return new TokenBody(
                mtn.tokens().issue(new MtnOperator.Grant(product, user)),
                "access_token",
                mtn.tokens().life().toSeconds());
    }
}
