package rw.ishemalink.identity.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class RolesTest {

    private static final String ROLE = "/api/auth/people/{id}/roles/{role}";

    private Account person;

    @BeforeEach
    void somebodyLogsIn() {
        person = Accounts.newcomer();
    }

    @Test
    void a_tenants_administrator_grants_and_revokes() {
        Account admin = Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN);

        admin.call()
                .post(ROLE, person.personId(), Role.EXPORTER)
                .then()
                .statusCode(200)
                .body("roles", contains("CUSTOMER", "SENDER", "EXPORTER"))
                .body("$", not(hasKey("phone")));
        assertThat(Accounts.login(Accounts.TENANT, person.phone()).roles()).contains("EXPORTER");

        admin.call()
                .delete(ROLE, person.personId(), Role.EXPORTER)
                .then()
                .statusCode(200)
                .body("roles", contains("CUSTOMER", "SENDER"));
    }

    @Test
    void a_change_of_roles_ends_the_logins() {
        Accounts.platformAdmin()
                .call()
                .post(ROLE, person.personId(), Role.CUSTOMS_INSPECTOR)
                .then()
                .statusCode(200);

        refresh(person, 401);
    }

    @Test
    void granting_what_the_person_has_changes_nothing() {
        Accounts.platformAdmin()
                .call()
                .post(ROLE, person.personId(), Role.SENDER)
                .then()
                .statusCode(200);

        refresh(person, 200);
    }

    @Test
    void a_tenants_administrator_makes_no_platform_administrator() {
        Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN)
                .call()
                .post(ROLE, person.personId(), Role.PLATFORM_ADMIN)
                .then()
                .statusCode(403);
    }

    @Test
    void a_person_of_another_tenant_is_not_there() {
        Account admin = Accounts.with(Accounts.newTenant(), Role.TENANT_ADMIN);

        admin.call().post(ROLE, person.personId(), Role.AGENT).then().statusCode(404);
        admin.call().delete(ROLE, person.personId(), Role.SENDER).then().statusCode(404);
        person.call().get("/api/auth/me").then().body("roles", contains("CUSTOMER", "SENDER"));
    }

    @Test
    void who_is_no_administrator_grants_nothing() {
        person.call().post(ROLE, person.personId(), Role.TENANT_ADMIN).then().statusCode(403);
        given().post(ROLE, person.personId(), Role.TENANT_ADMIN).then().statusCode(401);
    }

    @Test
    void nobody_grants_to_nobody_or_a_role_that_is_none() {
        Account admin = Accounts.platformAdmin();

        admin.call().post(ROLE, UUID.randomUUID(), Role.AGENT).then().statusCode(404);
        admin.call().post(ROLE, person.personId(), "KING").then().statusCode(404);
    }

    @Test
    void an_operators_staff_is_granted_with_the_operator() {
        Account admin = Accounts.platformAdmin();
        UUID operatorId = Accounts.newOperator(admin);

        admin.call().post(ROLE, person.personId(), Role.OPERATOR).then().statusCode(400);
        admin.call()
                .queryParam("operatorId", UUID.randomUUID())
                .post(ROLE, person.personId(), Role.OPERATOR)
                .then()
                .statusCode(404);
        admin.call()
                .queryParam("operatorId", operatorId)
                .post(ROLE, person.personId(), Role.OPERATOR)
                .then()
                .statusCode(200)
                .body("operatorId", equalTo(operatorId.toString()));
        admin.call()
                .queryParam("operatorId", Accounts.newOperator(admin))
                .post(ROLE, person.personId(), Role.DISPATCHER)
                .then()
                .statusCode(409);
        admin.call()
                .delete(ROLE, person.personId(), Role.OPERATOR)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("operatorId")));
    }

    @Test
    void drivers_are_not_made_by_role() {
        Accounts.platformAdmin()
                .call()
                .post(ROLE, person.personId(), Role.DRIVER)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:role-from-fleet"));
    }

    @Test
    void tenants_are_opened_by_the_platform_once() {
        String tenant = Accounts.newTenant();
        Map<String, String> again = Map.of("tenant", tenant, "name", "Again");

        Accounts.platformAdmin()
                .call()
                .body(again)
                .post("/api/auth/tenants")
                .then()
                .statusCode(409);
        person.call().body(again).post("/api/auth/tenants").then().statusCode(403);
        Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN)
                .call()
                .body(again)
                .post("/api/auth/tenants")
                .then()
                .statusCode(403);
        Accounts.platformAdmin()
                .call()
                .body(Map.of("tenant", "Not An Id", "name", "x"))
                .post("/api/auth/tenants")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("tenant"));
    }

    private static void refresh(Account account, int status) {
        given().contentType("application/json")
                .body(Map.of("refreshToken", account.refreshToken()))
                .post("/api/auth/tokens/refresh")
                .then()
                .statusCode(status);
    }
}
