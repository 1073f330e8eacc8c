package rw.ishemalink.kit.caller;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.TestToken;

/** A service whose people log in elsewhere, by configuration alone. */
@QuarkusTest
@TestProfile(ForeignIssuerTest.Elsewhere.class)
class ForeignIssuerTest {

    /** The settings of the other tests name the issuer of the suite; here they must not. */
    public static final class Elsewhere implements QuarkusTestProfile {

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(ForeignIssuer.class));
        }
    }

    private final UUID person = UUID.randomUUID();

    @Test
    void a_token_of_keycloaks_shape_is_let_in_with_its_roles_and_the_default_tenant() {
        given().auth()
                .oauth2(ForeignIssuer.sign(claims("SENDER", "offline_access", "uma_authorization")))
                .get("/sample/who")
                .then()
                .statusCode(200)
                .body("person", equalTo(person.toString()))
                .body("tenant", equalTo("ishemalink"));
    }

    @Test
    void the_tenant_is_read_where_the_issuer_writes_it() {
        given().auth()
                .oauth2(ForeignIssuer.sign(claims("SENDER").claim("organization", Map.of("alias", "geo"))))
                .get("/sample/who")
                .then()
                .statusCode(200)
                .body("tenant", equalTo("geo"));
    }

    @Test
    void who_has_another_role_may_not() {
        status(ForeignIssuer.sign(claims("DRIVER")), 403);
        status(ForeignIssuer.sign(claims()), 403);
    }

    @Test
    void groups_are_no_roles_where_roles_are_written_elsewhere() {
        status(ForeignIssuer.sign(claims().claim("groups", List.of("SENDER"))), 403);
        status(ForeignIssuer.sign(claims().remove("realm_access").claim("groups", List.of("SENDER"))), 403);
    }

    @Test
    void a_token_of_another_key_issuer_or_audience_is_refused() {
        status(ForeignIssuer.signAsStranger(claims("SENDER")), 401);
        status(ForeignIssuer.sign(claims("SENDER").issuer("https://elsewhere.rw")), 401);
        status(ForeignIssuer.sign(claims("SENDER").audience("ishemalink")), 401);
        status(TestToken.of(Role.SENDER).sign(), 401);
    }

    private JwtClaimsBuilder claims(String... roles) {
        return ForeignIssuer.claims(person, List.of(roles));
    }

    private static void status(String token, int status) {
        given().auth().oauth2(token).get("/sample/who").then().statusCode(status);
    }
}
