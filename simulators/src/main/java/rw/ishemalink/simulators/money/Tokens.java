package rw.ishemalink.simulators.money;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.simulators.Bounded;
import rw.ishemalink.simulators.WorldClock;

/** Bearer tokens: each opens what it was given for until it is too old, or until all are ended by hand. */
public final class Tokens<G> {

    private static final int LIMIT = 10_000;
    private static final String BEARER = "Bearer ";

    private record Token<G>(G grant, Instant expiresAt) {}

    private final Bounded<String, Token<G>> tokens = new Bounded<>(LIMIT);
    private final WorldClock clock;
    private final Duration life;

    public Tokens(WorldClock clock, Duration life) {
        this.clock = clock;
        this.life = life;
    }

    public Duration life() {
        return life;
    }

    public String issue(G grant) {
        String text = UUID.randomUUID() + "." + UUID.randomUUID();
        tokens.put(text, new Token<>(grant, clock.instant().plus(life)));
        return text;
    }

    /** What the token of that Authorization header was given for; empty if it is none or too old. */
    public Optional<G> find(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return Optional.empty();
        }
        return tokens.find(authorization.substring(BEARER.length()).strip())
                .filter(token -> clock.instant().isBefore(token.expiresAt()))
                .map(Token::grant);
    }

    void endAll() {
        tokens.clear();
    }
}
