package rw.ishemalink.analytics.query.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.analytics.query.Published;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** Who may not ask, and what cannot be asked. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RefusalsTest {

    private static final String SOMEBODY = "01960000-0000-7000-8000-000000000001";
    private static final String CELLS = "/internal/analytics/cells?aggregate=ROUTES&span=ALL.0.0&tenant=";

    static Stream<String> sums() {
        return Stream.of(
                "/api/analytics/routes/top",
                "/api/analytics/commodities/breakdown",
                "/api/analytics/revenue",
                "/api/analytics/revenue/heatmap",
                "/api/analytics/revenue/heatmap?cells=true",
                "/api/analytics/rides/patterns",
                "/api/analytics/payments/success",
                "/api/analytics/compliance/status",
                "/api/analytics/monthly-summary");
    }

    static Stream<String> all() {
        return Stream.concat(
                sums(),
                Stream.of(
                        "/api/analytics/compliance/violations",
                        "/api/analytics/bookings/" + UUID.randomUUID() + "/timeline",
                        CELLS + "*",
                        "/internal/analytics/violations",
                        "/internal/analytics/bookings/" + UUID.randomUUID() + "/timeline"));
    }

    /** With those that some more may ask. */
    static Stream<String> everything() {
        return Stream.concat(
                all(),
                Stream.of(
                        "/api/analytics/traffic/hotspots",
                        "/api/analytics/users/behavior",
                        "/api/analytics/drivers/leaderboard",
                        "/api/analytics/drivers/performance",
                        "/api/analytics/drivers/" + SOMEBODY + "/rank",
                        "/internal/analytics/drivers/board?tenant=x&span=ALL.0.0&by=DELIVERIES&limit=10",
                        "/internal/analytics/drivers/cells?tenant=x&span=ALL.0.0"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void without_a_token_nothing_is_answered(String path) {
        given().get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @MethodSource("everything")
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
    @MethodSource("all")
    void senders_and_drivers_may_not_ask(String path) {
        given().auth()
                .oauth2(TestToken.of(Role.SENDER, Role.DRIVER).sign())
                .get(path)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @MethodSource("all")
    void an_operators_dispatcher_may_not_ask_for_the_tenant(String path) {
        given().auth()
                .oauth2(TestToken.of(Role.DISPATCHER)
                        .operator(UUID.randomUUID())
                        .sign())
                .get(path)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @MethodSource("sums")
    void nobody_asks_for_another_tenant(String path) {
        given().auth()
                .oauth2(TestToken.of(Role.GOVERNMENT).sign())
                .queryParam("tenant", "other")
                .get(path)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @MethodSource("sums")
    void who_serves_one_tenant_does_not_ask_for_everybodys(String path) {
        for (Role role : new Role[] {Role.TENANT_ADMIN, Role.DISPATCHER}) {
            given().auth()
                    .oauth2(TestToken.of(role).sign())
                    .queryParam("tenant", "*")
                    .get(path)
                    .then()
                    .statusCode(403);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"GOVERNMENT", "AUDITOR", "PLATFORM_ADMIN"})
    void government_auditors_and_platform_ask_for_everybodys(Role role) {
        given().auth()
                .oauth2(TestToken.of(role).sign())
                .queryParam("tenant", "*")
                .get("/api/analytics/routes/top")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "*"})
    void between_instances_the_token_says_as_much(String tenant) {
        given().auth()
                .oauth2(TestToken.of(Role.TENANT_ADMIN).sign())
                .get(CELLS + tenant)
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cells?aggregate=ROUTES&tenant=ishemalink&span=ALL",
                "/cells?aggregate=ROUTES&tenant=ishemalink&span=WEEK.0.0",
                "/cells?aggregate=ROUTES&tenant=ishemalink&span=DAY.24.0",
                "/cells?aggregate=ROUTES&tenant=ishemalink&span=DAY.0.2147483647",
                "/cells?aggregate=ROUTES&tenant=ishemalink&span=HOUR.0.1",
                "/cells?aggregate=ROADS&tenant=ishemalink&span=ALL.0.0",
                "/cells?aggregate=ROUTES&tenant=ishemalink&span=ALL.0.0&prefix=a&prefix=b&prefix=c&prefix=d&prefix=e",
                "/drivers/cells?tenant=ishemalink&span=x",
                "/drivers/cells?tenant=ishemalink&span=HOUR.0.1",
                "/drivers/cells?tenant=ishemalink&span=ALL.0.0&driver=nobody",
                "/drivers/cells?tenant=ishemalink&span=DAY.-99999999.99999999&driver=" + SOMEBODY,
                "/drivers/board?tenant=ishemalink&by=LUCK&span=ALL.0.0&limit=1",
                "/drivers/board?tenant=ishemalink&by=RATING&span=HOUR.0.0&limit=1",
                "/drivers/board?tenant=ishemalink&by=RATING&span=ALL.0.0&limit=1&operator=nobody",
                "/drivers/board?tenant=ishemalink&by=RATING&span=ALL.0.0&limit=0&standing=1.2.3"
            })
    void between_instances_what_cannot_be_asked_is_said_with_400(String path) {
        given().auth()
                .oauth2(TestToken.of(Role.AUDITOR).tenant("ishemalink").sign())
                .get("/internal/analytics" + path)
                .then()
                .statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("type", equalTo("urn:ishemalink:problem:unreadable-query"));
    }

    @Test
    void between_instances_too_what_is_missing_is_said_with_400_and_no_booking_with_404() {
        String auditor = TestToken.of(Role.AUDITOR).sign();
        for (String path : new String[] {"/cells?span=ALL.0.0", "/cells?aggregate=ROUTES&tenant=x", "/drivers/board"}) {
            given().auth()
                    .oauth2(auditor)
                    .get("/internal/analytics" + path)
                    .then()
                    .statusCode(400);
        }
        given().auth()
                .oauth2(auditor)
                .get("/internal/analytics/bookings/mine/timeline")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/routes/top?limit=0, invalid-input",
        "/routes/top?limit=101, invalid-input",
        "/routes/top?zone=RW-9, no-zone",
        "/routes/top?zone=huye, no-zone",
        "/routes/top?mode=BUS, no-mode",
        "/routes/top?from=2026-02-30, no-day",
        "/drivers/leaderboard?limit=101, invalid-input",
        "/drivers/leaderboard?period=day&date=-999999-01-01, no-day",
        "/traffic/hotspots?from=-999999-01-01T00, no-hour",
        "/revenue?from=-999999-01-01, no-day",
        "/revenue?from=2026-03-10&to=-999999-01-01, no-day",
        "/reports/generate?report=revenue&from=-999999-01-01, no-day",
        "/users/behavior?month=-999999-01, no-month",
        "/rides/patterns?month=-999999-01, no-month",
        "/monthly-summary?month=-999999-01, no-month",
        "/commodities/breakdown?to=2026-03-10, from-missing",
        "/revenue?from=yesterday, no-day",
        "/revenue?to=2026-03-10, from-missing",
        "/revenue?period=day, from-missing",
        "/revenue?from=2026-03-10&period=week, no-period",
        "/revenue?from=2026-03-10&period=all, no-period",
        "/revenue?from=2026-03-11&to=2026-03-10, bad-period",
        "/revenue?from=2020-01-01&to=2026-03-10, bad-period",
        "/revenue?from=2020-01-01&to=2020-01-02&period=hour, hours-gone",
        "/revenue/heatmap?from=2020-01-01&to=2020-01-02, hours-gone",
        "/revenue/heatmap?from=2020-01-01&to=2020-03-02, bad-period",
        "/rides/patterns?month=March, no-month",
        "/rides/patterns?mode=BUS, no-mode",
        "/payments/success?from=2026-03-11&to=2026-03-10, bad-period",
        "/compliance/status?mode=BUS, no-mode",
        "/monthly-summary?month=2026-13, no-month",
        "/compliance/violations?limit=1001, invalid-input"
    })
    void what_cannot_be_asked_is_said_with_400(String path, String code) {
        for (String language : new String[] {"en", "rw", "fr"}) {
            given().auth()
                    .oauth2(TestToken.of(Role.AUDITOR).sign())
                    .header("Accept-Language", language)
                    .get("/api/analytics" + path)
                    .then()
                    .statusCode(400)
                    .contentType(containsString("application/problem+json"))
                    .body("type", equalTo("urn:ishemalink:problem:" + code))
                    .body("detail", not(containsString("{0}")));
        }
    }

    @Test
    void another_tenants_booking_is_as_unknown_as_none() {
        UUID booking = Published.inNewTenant().newBooking().bookingId();

        given().auth()
                .oauth2(TestToken.of(Role.AUDITOR).sign())
                .get("/api/analytics/bookings/" + booking + "/timeline")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:ishemalink:problem:no-such-booking"));
    }
}
