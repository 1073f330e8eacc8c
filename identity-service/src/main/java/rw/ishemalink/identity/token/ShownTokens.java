package rw.ishemalink.identity.token;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import rw.ishemalink.kit.caller.RevokedTokens;

/** Reads tokens of ours that are shown to us not to be let in by them, but to say what they are worth. */
@Singleton
public class ShownTokens {

    private final JwtConsumer accessTokens;
    private final JwtConsumer idTokens;
    private final RevokedTokens revoked;
    private final Sessions sessions;

    ShownTokens(SigningKeys keys, AccessTokens own, RevokedTokens revoked, Sessions sessions) {
        OwnKeys resolver = new OwnKeys(keys);
        this.accessTokens = checks(resolver, own)
                .setExpectedAudience(own.audiences().toArray(String[]::new))
                .setRequireExpirationTime()
                .build();
        // Whoever logs out may show an ID token that has ended (OpenID Connect RP-Initiated Logout 1.0 § 2).
        this.idTokens = checks(resolver, own)
                .setSkipDefaultAudienceValidation()
                .setEvaluationTime(NumericDate.fromSeconds(0))
                .build();
        this.revoked = revoked;
        this.sessions = sessions;
    }

    /** What an access token says, if it is good now: signed, for us, not over, its login open. */
    public Optional<ShownToken> findAccessToken(String token) {
        return read(accessTokens, token)
                .filter(claims -> !revoked.isRevoked(new DefaultJWTCallerPrincipal(token, "JWT", claims)))
                .flatMap(ShownTokens::shown)
                .filter(shown -> shown.sessionId().map(sessions::isOpen).orElse(true));
    }

    /** What an ID token says that was once signed by us. */
    public Optional<ShownToken> findIdToken(String token) {
        return read(idTokens, token).flatMap(ShownTokens::shown).filter(it -> it.tenant()
                .isEmpty());
    }

    private static JwtConsumerBuilder checks(OwnKeys keys, AccessTokens own) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys)
                .setExpectedIssuer(own.issuer())
                .setRequireSubject()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    }

    private static Optional<JwtClaims> read(JwtConsumer checks, String token) {
        try {
            return Optional.of(checks.processToClaims(token));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    private static Optional<ShownToken> shown(JwtClaims claims) {
        try {
            return Optional.of(new ShownToken(
                    Optional.ofNullable(claims.getJwtId()).orElse(""),
                    UUID.fromString(claims.getSubject()),
                    text(claims, "tenant"),
                    text(claims, "sid").map(UUID::fromString),
                    text(claims, "client_id"),
                    text(claims, "scope")
                            .filter(scope -> !scope.isBlank())
                            .map(scope -> Set.of(scope.split(" ")))
                            .orElse(Set.of()),
                    Optional.ofNullable(claims.getAudience()).orElse(List.of()),
                    Instant.ofEpochSecond(claims.getIssuedAt().getValue()),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue())));
        } catch (MalformedClaimException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JwtClaims claims, String name) throws MalformedClaimException {
        return Optional.ofNullable(claims.getStringClaimValue(name));
    }
}
