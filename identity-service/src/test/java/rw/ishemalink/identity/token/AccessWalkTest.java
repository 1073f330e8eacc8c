package rw.ishemalink.identity.token;

import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.fleet.DriverForm;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.kit.testing.walk.AccessWalk;
import rw.ishemalink.kit.testing.walk.Seeded;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class AccessWalkTest {

    private static final String ALL_TENANTS = "A platform administrator looks after the people of all tenants.";

    @Inject
    SigningKeys keys;

    @Test
    void every_endpoint_meets_everybody_as_documented() {
        AccessWalk.of("identity-service")
                .signedBy(token ->
                        token.signWith(keys.active().privateKey(), keys.active().kid()))
                .seeded(AccessWalkTest::peopleOfOurs)
                .otherTenant(Accounts.newTenant())
                .acrossTenants("POST /api/auth/people/{personId}/roles/{role}", ALL_TENANTS, Role.PLATFORM_ADMIN)
                .acrossTenants("DELETE /api/auth/people/{personId}/roles/{role}", ALL_TENANTS, Role.PLATFORM_ADMIN)
                .open("GET /.well-known/jwks.json", "Whoever checks a token needs the public keys first.")
                .open("GET /.well-known/openid-configuration", "OIDC discovery; it says nothing of anybody.")
                .open("POST /api/auth/codes", "How a login begins; answers the same whether the phone is known or not.")
                .open("POST /api/auth/tokens", "The one-time code is the proof.")
                .open("POST /api/auth/tokens/refresh", "The refresh token is the proof.")
                .open("POST /api/auth/logout", "The refresh token is the proof; it ends that session only.")
                .walk();
    }

    /** A person, an operator with a driver, and the person's wish for a copy. */
    private static Seeded peopleOfOurs() {
        Account admin = Accounts.platformAdmin();
        Account person = Accounts.newcomer();
        UUID operatorId = Accounts.newOperator(admin);
        Map<String, Object> form = DriverForm.of(Accounts.newPhone());
        form.put("operatorId", operatorId);
        UUID driverId = admin.call()
                .body(form)
                .post("/api/fleet/drivers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("driverId");
        String requestId = person.call()
                .body(Map.of("wish", "EXPORT"))
                .post("/api/privacy/requests")
                .then()
                .statusCode(lessThan(300))
                .extract()
                .path("requestId");
        return new Seeded(
                Accounts.TENANT,
                operatorId,
                Map.of(
                        "personId", person.personId().toString(),
                        "driverId", driverId.toString(),
                        "operatorId", operatorId.toString(),
                        "requestId", requestId),
                Map.of(
                        "the person", TestToken.of(Role.SENDER).person(person.personId()),
                        "its driver", TestToken.of(Role.DRIVER).person(driverId)),
                List.of(person.phone()));
    }
}
