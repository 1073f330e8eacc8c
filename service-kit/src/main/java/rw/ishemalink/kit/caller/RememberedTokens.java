package rw.ishemalink.kit.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Verifies a token's signature about once a minute, not with each request: an elliptic-curve check costs as much as all
 * else that a request needs. Tokens that began together, as when thousands of apps come back at once, are not forgotten
 * together. Only tokens that were valid are remembered, never beyond their end, and none that was revoked.
 */
@Singleton
@Alternative
@Priority(1)
public class RememberedTokens extends JWTCallerPrincipalFactory {

    private static final int REMEMBERED = 20_000;
    private static final int SHORTEST_MILLIS = 45_000;
    private static final int SPREAD_MILLIS = 30_000;

    private final TokenVerification verification;
    private final RevokedTokens revoked;
    private final Clock clock;
    private final Cache<String, JWTCallerPrincipal> valid = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfter(Expiry.<String, JWTCallerPrincipal>creating((token, _) -> rememberedFor(token)))
            .build();

    @Inject
    RememberedTokens(TokenVerification verification, RevokedTokens revoked) {
        this(verification, revoked, Clock.systemUTC());
    }

    RememberedTokens(TokenVerification verification, RevokedTokens revoked, Clock clock) {
        this.verification = verification;
        this.revoked = revoked;
        this.clock = clock;
    }

    /** How long the token is remembered: 45 to 75 seconds, each token another time. */
    static Duration rememberedFor(String token) {
        return Duration.ofMillis(SHORTEST_MILLIS + Math.floorMod(token.hashCode(), SPREAD_MILLIS));
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        Optional<JWTCallerPrincipal> known = find(token);
        if (known.isPresent()) {
            return known.get();
        }
        JWTCallerPrincipal verified = verification.verify(token, settings);
        if (revoked.isRevoked(verified)) {
            throw new ParseException("the token was revoked");
        }
        valid.put(token, verified);
        return verified;
    }

    /** Whose the token is, if it was valid a moment ago, has not ended and was not revoked since. */
    public Optional<JWTCallerPrincipal> find(String token) {
        return Optional.ofNullable(valid.getIfPresent(token))
                .filter(known -> clock.instant().getEpochSecond() < known.getExpirationTime())
                .filter(known -> !revoked.isRevoked(known));
    }
}
