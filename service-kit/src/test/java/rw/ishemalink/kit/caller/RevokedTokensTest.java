package rw.ishemalink.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.schemas.identity.TokenRevocation;

class RevokedTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID SESSION = UUID.randomUUID();

    private final RevokedTokens revoked = new RevokedTokens(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_session_that_was_ended_has_no_tokens_and_others_of_the_person_have() {
        revoked.add(revocation(SESSION, NOW, NOW.plusSeconds(60)));

        assertThat(revoked.isRevoked(token(PERSON, SESSION, NOW.minusSeconds(5))))
                .isTrue();
        assertThat(revoked.isRevoked(token(PERSON, UUID.randomUUID(), NOW.minusSeconds(5))))
                .isFalse();
        assertThat(revoked.isRevoked(token(PERSON, null, NOW.minusSeconds(5)))).isFalse();
    }

    @Test
    void a_person_whose_tokens_were_revoked_has_those_that_were_issued_since() {
        revoked.add(revocation(null, NOW.minusSeconds(10), NOW.plusSeconds(60)));

        assertThat(revoked.isRevoked(token(PERSON, SESSION, NOW.minusSeconds(10))))
                .isTrue();
        assertThat(revoked.isRevoked(token(PERSON, SESSION, NOW.minusSeconds(9))))
                .isFalse();
        assertThat(revoked.isRevoked(token(UUID.randomUUID(), SESSION, NOW.minusSeconds(60))))
                .isFalse();
    }

    @Test
    void what_is_heard_twice_or_out_of_order_counts_as_far_as_the_widest() {
        revoked.add(revocation(null, NOW, NOW.plusSeconds(60)));
        revoked.add(revocation(null, NOW.minusSeconds(30), NOW.plusSeconds(30)));
        revoked.add(revocation(null, NOW, NOW.plusSeconds(60)));

        assertThat(revoked.isRevoked(token(PERSON, SESSION, NOW))).isTrue();
        assertThat(revoked.count()).isEqualTo(1);
    }

    @Test
    void what_is_about_ended_tokens_is_not_kept() {
        revoked.add(revocation(SESSION, NOW.minusSeconds(90), NOW.minusSeconds(1)));
        assertThat(revoked.count()).isZero();
    }

    @Test
    void a_token_that_does_not_say_when_it_was_issued_was_issued_long_ago() {
        revoked.add(revocation(null, NOW, NOW.plusSeconds(60)));
        assertThat(revoked.isRevoked(token(PERSON, SESSION, null))).isTrue();
    }

    private static TokenRevocation revocation(@Nullable UUID session, Instant issuedUntil, Instant expiresAt) {
        return new TokenRevocation(Events.metadata("ishemalink", 1), PERSON, session, issuedUntil, expiresAt);
    }

    private static JWTCallerPrincipal token(UUID person, @Nullable UUID session, @Nullable Instant issuedAt) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(person.toString());
        if (session != null) {
            claims.setStringClaim("sid", session.toString());
        }
        if (issuedAt != null) {
            claims.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
        }
        return new DefaultJWTCallerPrincipal("a token", "JWT", claims);
    }
}
