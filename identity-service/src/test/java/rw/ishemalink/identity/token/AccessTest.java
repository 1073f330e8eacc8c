package rw.ishemalink.identity.token;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.TestToken;

/** Which tokens the service itself lets in. */
@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class AccessTest {

    @Inject
    SigningKeys keys;

    @Test
    void a_fresh_token_is_let_in() {
        Account person = Accounts.newcomer();

        me(person.accessToken(), 200);
        me(sign(claims(person)), 200);
    }

    @Test
    void no_token_is_401() {
        given().get("/api/auth/me").then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void an_expired_token_is_401() {
        Account person = Accounts.newcomer();
        Instant expired = Instant.now().minus(Duration.ofMinutes(5));

        me(sign(claims(person).issuedAt(expired.minusSeconds(60)).expiresAt(expired)), 401);
    }

    @Test
    void a_token_of_another_key_is_401() {
        me(TestToken.of(Role.PLATFORM_ADMIN).sign(), 401);
        me(TestToken.of(Role.PLATFORM_ADMIN).signWithForeignKey(), 401);
    }

    @Test
    void a_token_of_another_issuer_is_401() {
        me(sign(claims(Accounts.newcomer()).issuer("https://elsewhere.rw")), 401);
    }

    @Test
    void a_token_for_another_audience_is_401() {
        me(sign(claims(Accounts.newcomer()).audience("elsewhere")), 401);
    }

    @Test
    void a_token_without_signature_is_401() {
        String[] parts = Accounts.newcomer().accessToken().split("\\.", -1);
        String header = "{\"alg\":\"none\",\"kid\":\"" + keys.active().kid() + "\"}";
        String none = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8));

        me(none + "." + parts[1] + ".", 401);
        me(none + "." + parts[1] + "." + parts[2], 401);
    }

    private static void me(String token, int status) {
        given().auth().oauth2(token).get("/api/auth/me").then().statusCode(status);
    }

    private static JwtClaimsBuilder claims(Account person) {
        return Jwt.claims()
                .issuer(TestToken.ISSUER)
                .audience("ishemalink")
                .subject(person.personId().toString())
                .groups(Set.of("SENDER"))
                .claim("tenant", person.tenant())
                .expiresIn(Duration.ofMinutes(5));
    }

    private String sign(JwtClaimsBuilder claims) {
        return claims.jws()
                .algorithm(SignatureAlgorithm.ES256)
                .keyId(keys.active().kid())
                .sign(keys.active().privateKey());
    }
}
