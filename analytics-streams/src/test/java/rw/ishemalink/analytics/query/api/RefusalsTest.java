package rw.ishemalink.analytics.query.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** Who may not ask, and what cannot be asked. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RefusalsTest {

    private static final String ROUTES = "/api/analytics/routes/top";
    private static final String REVENUE = "/api/analytics/revenue";
    private static final String DRIVERS = "/api/analytics/drivers/leaderboard";
    private static final String VIOLATIONS = "/api/analytics/compliance/violations";
    private static final String VIOLATIONS_BETWEEN_INSTANCES = "/internal/analytics/violations";
    private static final String REVENUE_BETWEEN_INSTANCES = "/internal/analytics/revenue";

    @ParameterizedTest
    @ValueSource(
            strings = {ROUTES, REVENUE, DRIVERS, VIOLATIONS, REVENUE_BETWEEN_INSTANCES, VIOLATIONS_BETWEEN_INSTANCES})
    void without_a_token_nothing_is_answered(String path) {
        given().get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ROUTES, REVENUE, DRIVERS, VIOLATIONS, REVENUE_BETWEEN_INSTANCES, VIOLATIONS_BETWEEN_INSTANCES})
    void an_expired_or_foreign_token_is_no_token(String path) {
        given().auth()
                .oauth2(TestToken.of(Role.AUDITOR).expired().sign())
                .get(path)
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestToken.of(Role.AUDITOR).signWithForeignKey())
                .get(path)
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ROUTES, REVENUE, DRIVERS, VIOLATIONS, REVENUE_BETWEEN_INSTANCES, VIOLATIONS_BETWEEN_INSTANCES})
    void senders_and_drivers_may_not_ask(String path) {
        given().auth()
                .oauth2(TestToken.of(Role.SENDER, Role.DRIVER).sign())
                .get(path)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/routes/top?limit=0, invalid-input",
        "/drivers/leaderboard?limit=101, invalid-input",
        "/revenue?from=yesterday, no-day",
        "/revenue?to=2026-03-10, from-missing",
        "/revenue?from=2026-03-11&to=2026-03-10, bad-period",
        "/revenue?from=2020-01-01&to=2026-03-10, bad-period"
    })
    void what_cannot_be_asked_is_said_with_400(String path, String code) {
        given().auth()
                .oauth2(TestToken.of(Role.AUDITOR).sign())
                .get("/api/analytics" + path)
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }
}
