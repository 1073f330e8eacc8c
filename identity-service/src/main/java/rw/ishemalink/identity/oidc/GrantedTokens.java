package rw.ishemalink.identity.oidc;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a client gets at the token endpoint.
 *
 * @param refreshToken if the client is registered to keep logins alive
 * @param idToken if somebody logged in and the client asked who
 * @param exchanged whether it was got for another token (RFC 8693)
 */
public record GrantedTokens(
        String accessToken,
        Duration lifetime,
        Optional<String> refreshToken,
        Optional<String> idToken,
        Set<String> scopes,
        boolean exchanged) {

    public GrantedTokens {
        scopes = Set.copyOf(scopes);
    }

    /** Never the tokens: this text could reach logs. */
    @Override
    public String toString() {
        return "GrantedTokens[" + scopes + "]";
    }
}
