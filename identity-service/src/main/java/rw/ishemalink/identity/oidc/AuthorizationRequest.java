package rw.ishemalink.identity.oidc;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A client's wish that a person logs in (RFC 6749 § 4.1.1, OpenID Connect Core § 3.1.2.1), checked.
 *
 * @param redirectUri where the browser is sent afterwards: one that is registered
 * @param state what the client gets back as it is
 * @param nonce what the ID token says again
 * @param challenge PKCE S256 (RFC 7636)
 */
record AuthorizationRequest(
        String clientId,
        String redirectUri,
        Set<String> scopes,
        Optional<String> state,
        Optional<String> nonce,
        String challenge) {

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int LONGEST_TEXT = 512;

    AuthorizationRequest {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Reads the request of a client whose redirect address is known to be its own.
     *
     * @throws OAuthException when it is malformed or asks for what the client is not registered for
     */
    static AuthorizationRequest read(OAuthClient client, String redirectUri, RequestParameters parameters) {
        refuseWhatWeDoNotDo(parameters);
        if (!client.mayUse(GrantType.AUTHORIZATION_CODE)) {
            throw OAuthException.unauthorizedClient("the client is not registered to log people in");
        }
        String challenge = parameters.get("code_challenge");
        if (!CHALLENGE.matcher(challenge).matches()
                || !parameters.get("code_challenge_method").equals("S256")) {
            throw OAuthException.invalidRequest("send a code_challenge by the method S256");
        }
        return new AuthorizationRequest(
                client.clientId(),
                redirectUri,
                Scopes.read(
                        parameters.orNull("scope"),
                        client.scopes().stream()
                                .filter(Scopes.OF_PEOPLE::contains)
                                .collect(Collectors.toUnmodifiableSet())),
                shortText(parameters, "state"),
                shortText(parameters, "nonce"),
                challenge);
    }

    private static void refuseWhatWeDoNotDo(RequestParameters parameters) {
        if (parameters.find("request").isPresent()) {
            throw OAuthException.of("request_not_supported", "send the parameters themselves");
        }
        if (parameters.find("request_uri").isPresent()) {
            throw OAuthException.of("request_uri_not_supported", "send the parameters themselves");
        }
        if (!parameters.get("response_type").equals("code")) {
            throw OAuthException.of("unsupported_response_type", "only code is known");
        }
        if (parameters
                .find("response_mode")
                .filter(mode -> !mode.equals("query"))
                .isPresent()) {
            throw OAuthException.invalidRequest("only response_mode query is known");
        }
        // Nobody stays logged in with us between two requests: each asks for a code.
        if (parameters.find("prompt").filter("none"::equals).isPresent()) {
            throw OAuthException.of("login_required", "the person must log in");
        }
    }

    private static Optional<String> shortText(RequestParameters parameters, String name) {
        Optional<String> value = parameters.find(name);
        if (value.map(String::length).orElse(0) > LONGEST_TEXT) {
            throw OAuthException.invalidRequest("a parameter is too long: " + name);
        }
        return value;
    }
}
