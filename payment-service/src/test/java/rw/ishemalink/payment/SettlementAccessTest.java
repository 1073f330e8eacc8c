package rw.ishemalink.payment;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.TestToken;

/** Who may have days settled, and what is refused. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class SettlementAccessTest {

    private static final String SETTLEMENTS = "/api/payments/settlements";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final String tenant = "tenant-" + UUID.randomUUID();
    private final String admin = TestToken.of(Role.TENANT_ADMIN).tenant(tenant).sign();

    @Test
    void a_day_that_is_not_over_is_not_settled_and_a_wish_without_day_or_kind_says_what_to_mend() {
        String later = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
        problem(opens(admin, Map.of("day", later, "kind", "TENANT")), 400, "day-not-over");
        opens(admin, Map.of("kind", "TENANT")).statusCode(400).body("errors[0].field", equalTo("day"));
        opens(admin, Map.of("day", DAY.toString())).statusCode(400).body("errors[0].field", equalTo("kind"));
        opens(admin, Map.of("day", "monday", "kind", "TENANT")).statusCode(400);
    }

    @Test
    void without_a_token_nothing_is_settled_or_shown() {
        given().get(SETTLEMENTS).then().statusCode(401);
        given().get(SETTLEMENTS + "/" + UUID.randomUUID() + "/report").then().statusCode(401);
        given().contentType("application/json")
                .body(Map.of("day", DAY.toString(), "kind", "TENANT"))
                .post(SETTLEMENTS)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "TENANT_ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void only_the_tenants_administrator_has_a_day_settled(Role role) {
        opens(TestToken.of(role).tenant(tenant).sign(), Map.of("day", DAY.toString(), "kind", "TENANT"))
                .statusCode(403);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DRIVER", "OPERATOR", "AUDITOR", "TENANT_ADMIN", "PLATFORM_ADMIN"},
            mode = EnumSource.Mode.EXCLUDE)
    void settlements_are_closed_to_who_has_nothing_to_do_with_them(Role role) {
        String token = TestToken.of(role).tenant(tenant).sign();
        gets(token, SETTLEMENTS).statusCode(403);
        gets(token, SETTLEMENTS + "/" + UUID.randomUUID()).statusCode(403);
        gets(token, SETTLEMENTS + "/" + UUID.randomUUID() + "/report").statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=many"})
    void parameters_that_make_no_sense_say_what_they_take(String parameters) {
        problem(gets(admin, SETTLEMENTS + parameters), 400, "bad-parameter");
        problem(gets(admin, SETTLEMENTS + "/" + UUID.randomUUID() + "/report" + parameters), 400, "bad-parameter");
        problem(gets(admin, SETTLEMENTS + "?after=x"), 400, "unknown-cursor");
    }

    private static ValidatableResponse opens(String token, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(SETTLEMENTS)
                .then();
    }

    private static ValidatableResponse gets(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    private static void problem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }
}
