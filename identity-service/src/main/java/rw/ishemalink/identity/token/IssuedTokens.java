package rw.ishemalink.identity.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * What a client gets by logging in or refreshing.
 *
 * @param accessToken the JWT
 * @param accessLifetime how long it lasts
 * @param refreshToken good for one refresh
 * @param subject whom the access token speaks of
 * @param sessionId the login
 * @param startedAt when the person logged in
 * @param scopes what the person let the client do; empty for our own apps
 */
public record IssuedTokens(
        String accessToken,
        Duration accessLifetime,
        String refreshToken,
        TokenSubject subject,
        UUID sessionId,
        Instant startedAt,
        Set<String> scopes) {

    public IssuedTokens {
        scopes = Set.copyOf(scopes);
    }

    /** Never the tokens: this text could reach logs. */
    @Override
    public String toString() {
        return "IssuedTokens[" + subject + "]";
    }
}
