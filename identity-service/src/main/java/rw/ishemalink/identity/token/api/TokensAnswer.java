package rw.ishemalink.identity.token.api;

import java.util.List;
import java.util.UUID;
import rw.ishemalink.identity.token.IssuedTokens;
import rw.ishemalink.kit.caller.Role;

/**
 * Tokens of a login.
 *
 * @param accessToken JWT for {@code Authorization: Bearer}
 * @param tokenType always Bearer
 * @param expiresInSeconds life of the access token
 * @param refreshToken opaque; good for one refresh
 * @param personId who logged in
 * @param roles what the person may be, sorted
 */
public record TokensAnswer(
        String accessToken,
        String tokenType,
        long expiresInSeconds,
        String refreshToken,
        UUID personId,
        List<Role> roles) {

    public TokensAnswer {
        roles = List.copyOf(roles);
    }

    /** The answer for newly issued tokens. */
    public static TokensAnswer of(IssuedTokens issued) {
        return new TokensAnswer(
                issued.accessToken(),
                "Bearer",
                issued.accessLifetime().toSeconds(),
                issued.refreshToken(),
                issued.subject().personId(),
                issued.subject().roles().stream().sorted().toList());
    }

    /** Never the tokens: this text could reach logs. */
    @Override
    public String toString() {
        return "TokensAnswer[" + personId + "]";
    }
}
