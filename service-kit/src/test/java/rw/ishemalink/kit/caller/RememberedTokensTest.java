package rw.ishemalink.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.schemas.identity.TokenRevocation;

class RememberedTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    private final Verification verification = new Verification();
    private final RevokedTokens revoked = new RevokedTokens(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void a_valid_token_is_verified_once() throws ParseException {
        RememberedTokens tokens = tokensAt(NOW);
        assertThat(tokens.parse("good", new JWTAuthContextInfo()))
                .isSameAs(tokens.parse("good", new JWTAuthContextInfo()));
        assertThat(verification.asked).isEqualTo(1);
    }

    @Test
    void another_token_is_another_caller() throws ParseException {
        RememberedTokens tokens = tokensAt(NOW);
        assertThat(tokens.parse("one", new JWTAuthContextInfo()).getSubject()).isEqualTo("one");
        assertThat(tokens.parse("two", new JWTAuthContextInfo()).getSubject()).isEqualTo("two");
    }

    @Test
    void a_token_that_was_refused_is_asked_about_again() {
        RememberedTokens tokens = tokensAt(NOW);
        for (int time = 1; time <= 2; time++) {
            assertThatThrownBy(() -> tokens.parse("bad", new JWTAuthContextInfo()))
                    .isInstanceOf(ParseException.class);
            assertThat(verification.asked).isEqualTo(time);
        }
    }

    @Test
    void at_its_end_a_token_is_no_longer_remembered() throws ParseException {
        RememberedTokens tokens = tokensAt(NOW.plusSeconds(Verification.LIFE_SECONDS));
        tokens.parse("good", new JWTAuthContextInfo());
        tokens.parse("good", new JWTAuthContextInfo());
        assertThat(verification.asked).isEqualTo(2);
    }

    @Test
    void a_token_that_is_revoked_is_neither_remembered_nor_taken() throws ParseException {
        RememberedTokens tokens = tokensAt(NOW);
        String person = UUID.randomUUID().toString();
        tokens.parse(person, new JWTAuthContextInfo());

        revoked.add(new TokenRevocation(
                Events.metadata("ishemalink", 1), UUID.fromString(person), null, NOW, NOW.plusSeconds(600)));

        assertThat(tokens.find(person)).isEmpty();
        assertThatThrownBy(() -> tokens.parse(person, new JWTAuthContextInfo())).isInstanceOf(ParseException.class);
        assertThat(tokens.parse("another", new JWTAuthContextInfo()).getSubject())
                .isEqualTo("another");
    }

    @Test
    void tokens_that_began_together_are_not_forgotten_together() {
        List<Long> seconds = IntStream.range(0, 3_000)
                .mapToObj(i -> RememberedTokens.rememberedFor("header.claims.signature-" + new Random(i).nextLong()))
                .map(Duration::toSeconds)
                .toList();
        assertThat(seconds).allMatch(second -> second >= 45 && second < 75);
        assertThat(seconds.stream()
                        .collect(Collectors.groupingBy(second -> second, Collectors.counting()))
                        .values())
                .as("of 3,000 tokens a hundred each second")
                .hasSize(30)
                .allMatch(together -> together < 200);
    }

    private RememberedTokens tokensAt(Instant time) {
        return new RememberedTokens(verification, revoked, Clock.fixed(time, ZoneOffset.UTC));
    }

    /** Finds every token valid for a while, but "bad". */
    private static final class Verification implements TokenVerification {

        private static final long LIFE_SECONDS = 600;
        private int asked;

        @Override
        public JWTCallerPrincipal verify(String token, JWTAuthContextInfo settings) throws ParseException {
            asked++;
            if (token.equals("bad")) {
                throw new ParseException("bad");
            }
            JwtClaims claims = new JwtClaims();
            claims.setSubject(token);
            claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + LIFE_SECONDS));
            return new DefaultJWTCallerPrincipal(token, "JWT", claims);
        }
    }
}
