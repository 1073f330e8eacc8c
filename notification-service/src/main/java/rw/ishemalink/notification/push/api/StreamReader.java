package rw.ishemalink.notification.push.api;

import io.quarkus.security.identity.SecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import rw.ishemalink.notification.push.Reader;
import rw.ishemalink.schemas.Language;

/**
 * Who reads a stream, and for how long the token lets them.
 *
 * @param left until the token ends
 */
record StreamReader(Reader reader, Duration left) {

    /** As the kit reads it from a request; a stream outlives its request. Empty for who is nobody's. */
    static Optional<StreamReader> find(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Optional.empty();
        }
        return findText(token, "tenant").map(tenant -> {
            Language language =
                    findText(token, "locale").map(StreamReader::language).orElse(Language.EN);
            Instant end = Instant.ofEpochSecond(token.getExpirationTime());
            return new StreamReader(
                    new Reader(tenant, UUID.fromString(token.getSubject()), language),
                    Duration.between(Instant.now(), end));
        });
    }

    private static Language language(String locale) {
        return switch (locale) {
            case "rw" -> Language.RW;
            case "fr" -> Language.FR;
            default -> Language.EN;
        };
    }

    private static Optional<String> findText(JsonWebToken token, String claim) {
        return Optional.ofNullable(token.getClaim(claim)).map(Object::toString);
    }
}
