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
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
                .post(ROLE, person.personId(), Role.AGENT)
                .then()
                .statusCode(200)
                .body("roles", contains("CUSTOMER", "SENDER", "AGENT"))
                .body("$", not(hasKey("phone")));
        assertThat(Accounts.login(Accounts.TENANT, person.phone()).roles()).contains("AGENT");

        admin.call()
                .delete(ROLE, person.personId(), Role.AGENT)
                .then()
                .statusCode(200)
                .body("roles", contains("CUSTOMER", "SENDER"));
    }

    @Test
    void a_change_of_roles_ends_the_logins() {
        Accounts.platformAdmin()
                .call()
                .post(ROLE, person.personId(), Role.AGENT)
                .then()
                .statusCode(200);

        refresh(person, 401);
    }

    @Test
    void granting_what_the_person_has_changes_nothing() {
        Account agent = Accounts.with(Accounts.TENANT, Role.AGENT);
        Accounts.platformAdmin()
                .call()
                .post(ROLE, agent.personId(), Role.AGENT)
                .then()
                .statusCode(200);

        refresh(agent, 200);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {
                "OPERATOR",
                "DISPATCHER",
                "CUSTOMS_INSPECTOR",
                "GOVERNMENT",
                "AUDITOR",
                "TENANT_ADMIN",
                "PLATFORM_ADMIN"
            })
    void nobody_alone_grants_power_over_others(Role role) {
        Accounts.platformAdmin()
                .call()
                .post(ROLE, person.personId(), role)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:ishemalink:problem:role-by-invitation"));
    }

    @Test
    void who_wants_to_export_says_so_and_the_next_token_carries_it() {
        person.call()
                .post("/api/auth/me/roles/EXPORTER")
                .then()
                .statusCode(200)
                .body("roles", contains("CUSTOMER", "SENDER", "EXPORTER"));
        refresh(person, 200).body("roles", contains("CUSTOMER", "SENDER", "EXPORTER"));
        Accounts.platformAdmin()
                .call()
                .post(ROLE, person.personId(), Role.EXPORTER)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:role-self-taken"));
    }

    @Test
    void nobody_takes_power_over_others() {
        person.call()
                .post("/api/auth/me/roles/AGENT")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:ishemalink:problem:role-not-self-taken"));
        given().post("/api/auth/me/roles/EXPORTER").then().statusCode(401);
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
    void who_leaves_an_operators_staff_belongs_to_it_no_more() {
        Account admin = Accounts.platformAdmin();
        UUID operatorId = Accounts.newOperator(admin);
        Account operator = Accounts.staff(Role.OPERATOR, operatorId);

        operator.call().get("/api/auth/me").then().body("operatorId", equalTo(operatorId.toString()));
        admin.call()
                .delete(ROLE, operator.personId(), Role.OPERATOR)
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

    private static ValidatableResponse refresh(Account account, int status) {
        return given().contentType("application/json")
                .body(Map.of("refreshToken", account.refreshToken()))
                .post("/api/auth/tokens/refresh")
                .then()
                .statusCode(status);
    }
}
