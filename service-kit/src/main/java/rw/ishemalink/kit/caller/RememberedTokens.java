package rw.ishemalink.kit.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
 * Verifies a token's signature once a minute, not with each request: an elliptic-curve check costs as much as all else
 * that a request needs. Only tokens that were valid are remembered, and never beyond their end.
 */
@Singleton
@Alternative
@Priority(1)
public class RememberedTokens extends JWTCallerPrincipalFactory {

    private static final int REMEMBERED = 20_000;

    private final TokenVerification verification;
    private final Clock clock;
    private final Cache<String, JWTCallerPrincipal> valid = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    @Inject
    RememberedTokens(TokenVerification verification) {
        this(verification, Clock.systemUTC());
    }

    RememberedTokens(TokenVerification verification, Clock clock) {
        this.verification = verification;
        this.clock = clock;
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo settings) throws ParseException {
        Optional<JWTCallerPrincipal> known = find(token);
        if (known.isPresent()) {
            return known.get();
        }
        JWTCallerPrincipal verified = verification.verify(token, settings);
        valid.put(token, verified);
        return verified;
    }

    /** Whose the token is, if it was valid a moment ago and has not ended. */
    public Optional<JWTCallerPrincipal> find(String token) {
        return Optional.ofNullable(valid.getIfPresent(token))
                .filter(known -> clock.instant().getEpochSecond() < known.getExpirationTime());
    }
}
