package rw.ishemalink.identity.token;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What an access token is for.
 *
 * @param sessionId the login that it comes from
 * @param clientId the client that asks for the person; empty for our own apps
 * @param scopes what the person let the client do
 */
public record TokenUse(Optional<UUID> sessionId, Optional<String> clientId, Set<String> scopes) {

    /** With this scope a client does whatever the person may do in the suite; without, it only learns who they are. */
    public static final String API = "api";

    /** The scope of tokens for a phone that a network vouched for. */
    public static final String USSD = "ussd";

    public TokenUse {
        scopes = Set.copyOf(scopes);
    }

    /** Whether the services of the suite are to take the token. */
    boolean reachesServices() {
        return clientId.isEmpty() || scopes.contains(API) || scopes.contains(USSD);
    }
}
