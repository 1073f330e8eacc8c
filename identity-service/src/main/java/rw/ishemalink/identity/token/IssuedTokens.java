package rw.ishemalink.identity.token;

import java.time.Duration;

/**
 * What a client gets by logging in or refreshing.
 *
 * @param accessToken the JWT
 * @param accessLifetime how long it lasts
 * @param refreshToken good for one refresh
 * @param subject whom the access token speaks of
 */
public record IssuedTokens(String accessToken, Duration accessLifetime, String refreshToken, TokenSubject subject) {

    /** Never the tokens: this text could reach logs. */
    @Override
    public String toString() {
        return "IssuedTokens[" + subject + "]";
    }
}
