package rw.ishemalink.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.identity.testing.IdentitySettings;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class OpenApiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/auth/codes",
                "/api/auth/tokens",
                "/api/auth/tokens/refresh",
                "/api/auth/logout",
                "/api/auth/me",
                "/api/auth/people/{personId}/roles/{role}",
                "/api/auth/me/roles/{role}",
                "/api/auth/me/invitations",
                "/api/auth/me/document",
                "/api/auth/me/recoveries",
                "/api/auth/invitations",
                "/api/auth/invitations/{invitationId}/approve",
                "/api/auth/people/{personId}/block",
                "/api/auth/people/{personId}/document/confirm",
                "/api/auth/documents/seen",
                "/api/auth/recoveries",
                "/api/auth/recoveries/{recoveryId}/approve",
                "/api/auth/tenants",
                "/api/auth/tenants/{tenant}/brand",
                "/api/fleet/operators/{operatorId}/staff",
                "/api/fleet/operators",
                "/api/fleet/applications",
                "/api/fleet/applications/me",
                "/api/fleet/applications/{driverId}",
                "/api/fleet/drivers",
                "/api/fleet/drivers/{driverId}",
                "/api/fleet/drivers/me/duty",
                "/api/fleet/drivers/me/shifts",
                "/api/auth/sessions",
                "/api/auth/sessions/{sessionId}",
                "/api/auth/people/{personId}/sessions",
                "/api/auth/clients",
                "/api/auth/clients/{clientId}",
                "/api/auth/clients/{clientId}/secret",
                "/api/auth/keys/rotate",
                "/oauth2/authorize",
                "/oauth2/login",
                "/oauth2/token",
                "/oauth2/userinfo",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/end-session",
                "/.well-known/openid-configuration",
                "/.well-known/jwks.json"
            })
    void every_address_is_described(String path) {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("paths", hasKey(path));
    }

    @Test
    void the_service_is_ready_with_its_parts() {
        given().get("/q/health/ready").then().statusCode(200);
    }
}
