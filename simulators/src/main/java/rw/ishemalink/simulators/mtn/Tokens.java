package rw.ishemalink.simulators.mtn;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Bounded;
import rw.ishemalink.simulators.WorldClock;

/** Bearer tokens: each opens one product until it is too old. */
@ApplicationScoped
public class Tokens {

    private static final int LIMIT = 10_000;
    private static final String BEARER = "Bearer ";

    private record Token(Product product, ApiUser user, Instant expiresAt) {}

    private final Bounded<String, Token> tokens = new Bounded<>(LIMIT);
    private final WorldClock clock;
    private final MtnConfig config;

    public Tokens(WorldClock clock, MtnConfig config) {
        this.clock = clock;
        this.config = config;
    }

    String issue(Product product, ApiUser user) {
        String text = UUID.randomUUID() + "." + UUID.randomUUID();
        tokens.put(text, new Token(product, user, clock.instant().plus(config.tokenLife())));
        return text;
    }

    ApiUser check(Product product, @Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw MtnError.denied("A bearer token is required.");
        }
        return tokens.find(authorization.substring(BEARER.length()).strip())
                .filter(token -> token.product() == product)
                .filter(token -> clock.instant().isBefore(token.expiresAt()))
                .orElseThrow(() -> MtnError.denied("The access token is invalid or expired."))
                .user();
    }
}
