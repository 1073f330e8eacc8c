package rw.ishemalink.identity.oidc.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.oidc.GrantedTokens;

/** Tokens for a client (RFC 6749 § 5.1). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenEndpointAnswer(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("refresh_token") @Nullable String refreshToken,
        @JsonProperty("id_token") @Nullable String idToken,
        @JsonProperty("scope") String scope,
        @JsonProperty("issued_token_type") @Nullable String issuedTokenType) {

    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    static TokenEndpointAnswer of(GrantedTokens granted) {
        return new TokenEndpointAnswer(
                granted.accessToken(),
                "Bearer",
                granted.lifetime().toSeconds(),
                granted.refreshToken().orElse(null),
                granted.idToken().orElse(null),
                granted.scopes().stream().sorted().collect(Collectors.joining(" ")),
                granted.exchanged() ? ACCESS_TOKEN : null);
    }

    /** Never the tokens: this text could reach logs. */
    @Override
    public String toString() {
        return "TokenEndpointAnswer[" + scope + "]";
    }
}
