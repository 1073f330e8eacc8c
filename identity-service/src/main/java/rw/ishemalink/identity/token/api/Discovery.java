package rw.ishemalink.identity.token.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** What an OIDC client needs to log people in and to check our tokens (OpenID Connect Discovery 1.0 § 3, RFC 8414). */
@JsonNaming(SnakeCaseStrategy.class)
public record Discovery(
        String issuer,
        String jwksUri,
        String authorizationEndpoint,
        String tokenEndpoint,
        String userinfoEndpoint,
        String introspectionEndpoint,
        String revocationEndpoint,
        String endSessionEndpoint,
        List<String> scopesSupported,
        List<String> responseTypesSupported,
        List<String> responseModesSupported,
        List<String> grantTypesSupported,
        List<String> subjectTypesSupported,
        List<String> idTokenSigningAlgValuesSupported,
        List<String> tokenEndpointAuthMethodsSupported,
        List<String> codeChallengeMethodsSupported,
        List<String> uiLocalesSupported,
        List<String> claimsSupported,
        boolean authorizationResponseIssParameterSupported,
        boolean claimsParameterSupported,
        boolean requestParameterSupported,
        boolean requestUriParameterSupported) {

    private static final List<String> CLAIMS = List.of(
            "iss",
            "aud",
            "sub",
            "exp",
            "iat",
            "jti",
            "auth_time",
            "nonce",
            "at_hash",
            "sid",
            "client_id",
            "scope",
            "tenant",
            "groups",
            "kyc",
            "agency",
            "operator",
            "name",
            "phone_number",
            "phone_number_verified",
            "email",
            "locale");

    public Discovery {
        scopesSupported = List.copyOf(scopesSupported);
        responseTypesSupported = List.copyOf(responseTypesSupported);
        responseModesSupported = List.copyOf(responseModesSupported);
        grantTypesSupported = List.copyOf(grantTypesSupported);
        subjectTypesSupported = List.copyOf(subjectTypesSupported);
        idTokenSigningAlgValuesSupported = List.copyOf(idTokenSigningAlgValuesSupported);
        tokenEndpointAuthMethodsSupported = List.copyOf(tokenEndpointAuthMethodsSupported);
        codeChallengeMethodsSupported = List.copyOf(codeChallengeMethodsSupported);
        uiLocalesSupported = List.copyOf(uiLocalesSupported);
        claimsSupported = List.copyOf(claimsSupported);
    }

    /** The document of an issuer, which is the address under which clients reach all of it. */
    static Discovery of(String issuer) {
        return new Discovery(
                issuer,
                issuer + "/.well-known/jwks.json",
                issuer + "/oauth2/authorize",
                issuer + "/oauth2/token",
                issuer + "/oauth2/userinfo",
                issuer + "/oauth2/introspect",
                issuer + "/oauth2/revoke",
                issuer + "/oauth2/end-session",
                List.of("openid", "profile", "phone", "email", "api"),
                List.of("code"),
                List.of("query"),
                List.of(
                        "authorization_code",
                        "refresh_token",
                        "client_credentials",
                        "urn:ietf:params:oauth:grant-type:token-exchange"),
                List.of("public"),
                List.of("ES256"),
                List.of("client_secret_basic", "client_secret_post", "none"),
                List.of("S256"),
                List.of("rw", "en", "fr"),
                CLAIMS,
                true,
                false,
                false,
                false);
    }
}
