package rw.ishemalink.identity.token.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What an OIDC client needs to check our tokens (OpenID Connect Discovery 1.0 § 3). There is no authorization endpoint:
 * people log in with a one-time code, not by redirect.
 */
public record Discovery(
        String issuer,
        @JsonProperty("jwks_uri") String jwksUri,
        @JsonProperty("token_endpoint") String tokenEndpoint,
        @JsonProperty("response_types_supported") List<String> responseTypes,
        @JsonProperty("subject_types_supported") List<String> subjectTypes,

        @JsonProperty("id_token_signing_alg_values_supported")
        List<String> signingAlgorithms,

        @JsonProperty("claims_supported") List<String> claims) {

    private static final List<String> CLAIMS = List.of(
            "iss",
            "aud",
            "sub",
            "exp",
            "iat",
            "jti",
            "tenant",
            "groups",
            "phone_number",
            "email",
            "locale",
            "operator");

    public Discovery {
        responseTypes = List.copyOf(responseTypes);
        subjectTypes = List.copyOf(subjectTypes);
        signingAlgorithms = List.copyOf(signingAlgorithms);
        claims = List.copyOf(claims);
    }

    /** The document of an issuer, which is the address under which clients reach all of it. */
    static Discovery of(String issuer) {
        return new Discovery(
                issuer,
                issuer + "/.well-known/jwks.json",
                issuer + "/api/auth/tokens",
                List.of("token"),
                List.of("public"),
                List.of("ES256"),
                CLAIMS);
    }
}
