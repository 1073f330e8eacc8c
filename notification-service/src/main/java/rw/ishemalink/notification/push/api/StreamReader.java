package rw.ishemalink.notification.push.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import rw.ishemalink.kit.caller.RevokedTokens;
import rw.ishemalink.notification.push.Reader;
import rw.ishemalink.schemas.Language;

/** Who reads a stream, and by which token: a stream outlives its request, but never its token. */
record StreamReader(Reader reader, JWTCallerPrincipal token) {

    /** As the kit reads it from a request; empty for who is of no tenant. */
    static Optional<StreamReader> find(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JWTCallerPrincipal token)) {
            return Optional.empty();
        }
        return findText(token, "tenant").map(tenant -> {
            Language language =
                    findText(token, "locale").map(StreamReader::language).orElse(Language.EN);
            return new StreamReader(new Reader(tenant, UUID.fromString(token.getSubject()), language), token);
        });
    }

    /** How long the token still lasts. */
    Duration left() {
        return Duration.between(Instant.now(), Instant.ofEpochSecond(token.getExpirationTime()));
    }

    /** Whether the token has ended, by itself or by a revocation. */
    boolean isOver(RevokedTokens revoked) {
        return !left().isPositive() || revoked.isRevoked(token);
    }

    private static Language language(String locale) {
        return switch (locale) {
            case "rw" -> Language.RW;
            case "fr" -> Language.FR;
            default -> Language.EN;
        };
    }

    private static Optional<String> findText(JWTCallerPrincipal token, String claim) {
        return Optional.ofNullable(token.getClaim(claim)).map(Object::toString);
    }
}
