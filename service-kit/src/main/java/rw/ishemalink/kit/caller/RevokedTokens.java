package rw.ishemalink.kit.caller;

import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.identity.TokenRevocation;

/**
 * Access tokens that count no longer though they have not ended: what {@code token.revocations} told so far. Each is
 * forgotten when the last token that it is about has ended. Safe for many threads.
 */
@Singleton
public class RevokedTokens {

    private final Map<String, Span> sessions = new ConcurrentHashMap<>();
    private final Map<String, Span> people = new ConcurrentHashMap<>();
    private final Clock clock;

    @Inject
    RevokedTokens() {
        this(Clock.systemUTC());
    }

    RevokedTokens(Clock clock) {
        this.clock = clock;
    }

    /** Which tokens: those issued until then, the last of which ends by itself at the other time. */
    private record Span(Instant issuedUntil, Instant expiresAt) {

        Span and(Span other) {
            return new Span(
                    issuedUntil.isAfter(other.issuedUntil) ? issuedUntil : other.issuedUntil,
                    expiresAt.isAfter(other.expiresAt) ? expiresAt : other.expiresAt);
        }

        boolean covers(Instant issuedAt) {
            return !issuedAt.isAfter(issuedUntil);
        }
    }

    /** Whether the token was revoked; one that does not say when it was issued was issued long ago. */
    public boolean isRevoked(JWTCallerPrincipal token) {
        Instant issuedAt =
                token.getClaim("iat") instanceof Long seconds ? Instant.ofEpochSecond(seconds) : Instant.EPOCH;
        return isCovered(sessions, token.getClaim("sid"), issuedAt) || isCovered(people, token.getSubject(), issuedAt);
    }

    /** Takes note of a revocation; hearing it again changes nothing. */
    void add(TokenRevocation revocation) {
        Span span = new Span(revocation.getIssuedUntil(), revocation.getExpiresAt());
        if (span.expiresAt().isBefore(clock.instant())) {
            return;
        }
        UUID session = revocation.getSessionId();
        if (session == null) {
            people.merge(revocation.getPersonId().toString(), span, Span::and);
        } else {
            sessions.merge(session.toString(), span, Span::and);
        }
    }

    /** Forgets what is about tokens that have ended by themselves. */
    void forgetEnded() {
        Instant now = clock.instant();
        sessions.values().removeIf(span -> span.expiresAt().isBefore(now));
        people.values().removeIf(span -> span.expiresAt().isBefore(now));
    }

    int count() {
        return sessions.size() + people.size();
    }

    private static boolean isCovered(Map<String, Span> revoked, @Nullable Object id, Instant issuedAt) {
        if (!(id instanceof String text)) {
            return false;
        }
        Span span = revoked.get(text);
        return span != null && span.covers(issuedAt);
    }
}
