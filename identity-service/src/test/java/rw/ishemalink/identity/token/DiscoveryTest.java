package rw.ishemalink.identity.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.TestToken;

/** A client with an ordinary JOSE library (jose4j), which knows nothing but the issuer's address. */
@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class DiscoveryTest {

    @Test
    void an_ordinary_library_verifies_a_token_by_discovery() throws Exception {
        Account person = Accounts.newcomer();

        JwtClaims claims = client().processToClaims(person.accessToken());

        assertThat(claims.getSubject()).isEqualTo(person.personId().toString());
        assertThat(claims.getAudience()).containsExactly("ishemalink");
        assertThat(claims.getStringListClaimValue("groups")).containsExactlyInAnyOrder("SENDER", "CUSTOMER");
        assertThat(claims.getStringClaimValue("tenant")).isEqualTo("ishemalink");
        assertThat(claims.getStringClaimValue("phone_number")).isEqualTo(person.phone());
        assertThat(claims.getStringClaimValue("locale")).isEqualTo("en");
        assertThat(claims.hasClaim("operator")).isFalse();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(86_400);
    }

    @Test
    void staff_carry_their_operator() throws Exception {
        var operatorId = Accounts.newOperator(Accounts.platformAdmin());
        Account staff = Accounts.staff(Role.OPERATOR, operatorId);

        assertThat(client().processToClaims(staff.accessToken()).getStringClaimValue("operator"))
                .isEqualTo(operatorId.toString());
    }

    @Test
    void a_token_of_somebody_elses_key_does_not_pass() {
        String forged = TestToken.of(Role.PLATFORM_ADMIN).sign();

        assertThatThrownBy(() -> client().processToClaims(forged)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void a_token_with_a_changed_claim_does_not_pass() {
        String[] parts = Accounts.newcomer().accessToken().split("\\.", -1);
        String[] other = Accounts.newcomer().accessToken().split("\\.", -1);
        String mixed = parts[0] + "." + other[1] + "." + parts[2];

        assertThatThrownBy(() -> client().processToClaims(mixed)).isInstanceOf(InvalidJwtException.class);
    }

    @Test
    void the_published_keys_have_no_private_half() {
        given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .body("keys.alg", everyItem(equalTo("ES256")))
                .body("keys.use", everyItem(equalTo("sig")))
                .body("keys", everyItem(not(hasKey("d"))));
    }

    @Test
    void the_discovery_document_says_what_oidc_clients_look_for() {
        given().get("/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .body("subject_types_supported", hasItem("public"))
                .body("id_token_signing_alg_values_supported", contains("ES256"));
    }

    /** Follows the issuer's documents; what the gateway serves under the issuer's address the test asks the service for. */
    private JwtConsumer client() {
        JsonPath discovery = given().get("/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(discovery.getString("issuer")).isEqualTo(TestToken.ISSUER);
        assertThat(discovery.getString("jwks_uri")).startsWith(TestToken.ISSUER + "/");
        String jwksPath = URI.create(discovery.getString("jwks_uri")).getPath();
        HttpsJwks keys = new HttpsJwks("http://localhost:" + RestAssured.port + jwksPath);
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys))
                .setExpectedIssuer(discovery.getString("issuer"))
                .setExpectedAudience("ishemalink")
                .setRequireExpirationTime()
                .setRequireSubject()
                .setJwsAlgorithmConstraints(
                        new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithms(discovery)))
                .build();
    }

    private static String[] algorithms(JsonPath discovery) {
        List<String> names = discovery.getList("id_token_signing_alg_values_supported", String.class);
        return names.toArray(String[]::new);
    }
}
