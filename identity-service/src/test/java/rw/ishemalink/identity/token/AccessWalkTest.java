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

    private static final String LOGIN_PAGE = "Where people log in: phone, code and consent are the proof.";
    private static final String CLIENT = "The client proves itself with its secret, or the person with a code.";
    private static final String USERINFO =
            "Takes tokens that are for nothing else, checks them itself and answers 401.";

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
                .acrossTenants("PUT /api/auth/people/{personId}/block", ALL_TENANTS, Role.PLATFORM_ADMIN)
                .acrossTenants("DELETE /api/auth/people/{personId}/block", ALL_TENANTS, Role.PLATFORM_ADMIN)
                .acrossTenants("DELETE /api/auth/people/{personId}/sessions", ALL_TENANTS, Role.PLATFORM_ADMIN)
                .acrossTenants("POST /api/auth/invitations/{invitationId}/approve", ALL_TENANTS, Role.PLATFORM_ADMIN)
                .acrossTenants("POST /api/auth/invitations/{invitationId}/refuse", ALL_TENANTS, Role.PLATFORM_ADMIN)
                .acrossTenants("POST /api/auth/invitations/{invitationId}/withdraw", ALL_TENANTS, Role.PLATFORM_ADMIN)
                .acrossTenants("GET /api/auth/invitations", ALL_TENANTS, Role.PLATFORM_ADMIN)
                .open("GET /.well-known/jwks.json", "Whoever checks a token needs the public keys first.")
                .open("GET /.well-known/openid-configuration", "OIDC discovery; it says nothing of anybody.")
                .open("POST /api/auth/codes", "How a login begins; answers the same whether the phone is known or not.")
                .open("POST /api/auth/tokens", "The one-time code is the proof.")
                .open("POST /api/auth/tokens/refresh", "The refresh token is the proof.")
                .open(
                        "POST /api/auth/recoveries",
                        "Who lost the SIM cannot log in; answers the same whatever is known.")
                .open("GET /oauth2/authorize", LOGIN_PAGE)
                .open("POST /oauth2/authorize", LOGIN_PAGE)
                .open("POST /oauth2/login", LOGIN_PAGE)
                .open("GET /oauth2/end-session", "The ID token that is shown is the proof.")
                .open("POST /oauth2/end-session", "The ID token that is shown is the proof.")
                .open("POST /oauth2/token", CLIENT)
                .open("POST /oauth2/introspect", CLIENT)
                .open("POST /oauth2/revoke", CLIENT)
                .open("GET /oauth2/userinfo", USERINFO)
                .open("POST /oauth2/userinfo", USERINFO)
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
        String invitationId = admin.call()
                .body(Map.of("phone", person.phone(), "role", "AUDITOR"))
                .post("/api/auth/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("invitationId");
        return new Seeded(
                Accounts.TENANT,
                operatorId,
                Map.of(
                        "invitationId", invitationId,
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
