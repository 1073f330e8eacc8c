package rw.ishemalink.identity.fleet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.PrivacyTrial;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class OperatorDeskTest {

    private static final String ONE = "/api/fleet/operators/{id}";

    @Inject
    Jdbi jdbi;

    private Account admin;
    private UUID operatorId;
    private Account operator;

    @BeforeEach
    void anOperator() {
        admin = Accounts.platformAdmin();
        operatorId = Accounts.newOperator(admin);
        operator = Accounts.staff(Role.OPERATOR, operatorId);
    }

    @Test
    void an_operator_says_whom_to_call_and_it_is_nowhere_in_clear() {
        String phone = Accounts.newPhone();
        operator.call()
                .body(Map.of("phone", phone, "email", "office@" + operatorId + ".example"))
                .put(ONE + "/contact", operatorId)
                .then()
                .statusCode(200)
                .body("phone", equalTo(phone));
        admin.call().get(ONE, operatorId).then().statusCode(200).body("phone", equalTo(phone));
        assertThat(PrivacyTrial.tablesWith(jdbi, phone)).isEmpty();
        assertThat(PrivacyTrial.tablesWith(jdbi, "office@" + operatorId)).isEmpty();

        operator.call()
                .body(Map.of())
                .put(ONE + "/contact", operatorId)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("phone")));
        operator.call()
                .body(Map.of("email", "no address"))
                .put(ONE + "/contact", operatorId)
                .then()
                .statusCode(400);
    }

    @Test
    void an_operator_sees_its_own_staff_only() {
        Account dispatcher = Accounts.staff(Role.DISPATCHER, operatorId);
        operator.call()
                .get(ONE + "/staff", operatorId)
                .then()
                .statusCode(200)
                .body(
                        "personId",
                        contains(
                                operator.personId().toString(),
                                dispatcher.personId().toString()))
                .body("phone", contains(operator.phone(), dispatcher.phone()));
        operator.call()
                .queryParam("after", operator.personId())
                .get(ONE + "/staff", operatorId)
                .then()
                .body("personId", contains(dispatcher.personId().toString()));
        Account rival = Accounts.staff(Role.OPERATOR, Accounts.newOperator(admin));
        for (String path : new String[] {ONE, ONE + "/staff"}) {
            rival.call().get(path, operatorId).then().statusCode(404);
            given().get(path, operatorId).then().statusCode(401);
            Accounts.newcomer().call().get(path, operatorId).then().statusCode(403);
            dispatcher.call().get(path, operatorId).then().statusCode(403);
            Accounts.with(Accounts.newTenant(), Role.TENANT_ADMIN)
                    .call()
                    .get(path, operatorId)
                    .then()
                    .statusCode(404);
        }
        rival.call().body(Map.of()).put(ONE + "/contact", operatorId).then().statusCode(404);
    }

    @Test
    void a_suspended_operator_takes_nobody_on() {
        Map<String, String> suspended = Map.of("status", "SUSPENDED");
        operator.call().body(suspended).put(ONE + "/status", operatorId).then().statusCode(403);
        Account tenantAdmin = Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN);
        tenantAdmin
                .call()
                .body(suspended)
                .put(ONE + "/status", operatorId)
                .then()
                .statusCode(200)
                .body("status", equalTo("SUSPENDED"));
        Map<String, Object> invitation =
                Map.of("phone", Accounts.newPhone(), "role", "DISPATCHER", "operatorId", operatorId);
        operator.call()
                .body(invitation)
                .post("/api/auth/invitations")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:operator-suspended"));
        tenantAdmin
                .call()
                .body(Map.of("status", "ACTIVE"))
                .put(ONE + "/status", operatorId)
                .then()
                .statusCode(200);
        operator.call().body(invitation).post("/api/auth/invitations").then().statusCode(201);
    }
}
