package rw.ishemalink.analytics.query.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.analytics.query.Published;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.tracking.TrackingPosition;

/** Where traffic is slow and how customers come back: who may ask, what cannot be asked, and what is answered. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class TrafficAndCustomersTest {

    private static final String HOTSPOTS = "/api/analytics/traffic/hotspots";
    private static final String BEHAVIOR = "/api/analytics/users/behavior";

    private final Published ours = Published.inNewTenant();

    @ParameterizedTest
    @ValueSource(strings = {HOTSPOTS, BEHAVIOR})
    void senders_drivers_and_an_operators_dispatcher_may_not_ask(String path) {
        refused(TestToken.of(Role.SENDER, Role.DRIVER).sign(), path);
        refused(TestToken.of(Role.DISPATCHER).operator(UUID.randomUUID()).sign(), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {HOTSPOTS, BEHAVIOR})
    void nobody_asks_for_another_tenant_and_who_serves_one_not_for_everybodys(String path) {
        refused(TestToken.of(Role.GOVERNMENT).sign(), path + "?tenant=other");
        refused(TestToken.of(Role.TENANT_ADMIN).sign(), path + "?tenant=*");
        given().auth()
                .oauth2(TestToken.of(Role.GOVERNMENT).sign())
                .get(path + "?tenant=*")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/traffic/hotspots?from=yesterday, no-hour",
        "/traffic/hotspots?to=2026-03-10T10, bad-hours",
        "/traffic/hotspots?from=2020-03-10T10&to=2020-03-10T11, hours-gone",
        "/traffic/hotspots?limit=0, invalid-input",
        "/users/behavior?month=March, no-month",
        "/users/behavior?mode=BOAT, no-mode"
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

    @Test
    void slow_vehicles_make_a_hotspot_when_there_are_enough_of_them() {
        Instant at = Instant.now();
        for (int vehicle = 0; vehicle < 5; vehicle++) {
            UUID id = UUID.randomUUID();
            for (int fix = 0; fix < 5; fix++) {
                publish(id, at.plusMillis(fix));
            }
        }

        JsonPath answer = await().until(
                        () -> ask(HOTSPOTS),
                        it -> it.getList("hotspots").size() == 1 && it.getLong("hotspots[0].fixes") == 25);
        assertThat(answer.getDouble("hotspots[0].meanSpeedKmh")).isEqualTo(9);
        assertThat(answer.getDouble("hotspots[0].slowShare")).isEqualTo(1);
        assertThat(answer.getLong("hotspots[0].vehicles")).isEqualTo(5);
        assertThat(answer.getDouble("hotspots[0].latitude")).isBetween(-1.96, -1.93);
    }

    @Test
    void ten_customers_make_a_cohort() {
        Instant at = Instant.now();
        for (int customer = 0; customer < 10; customer++) {
            Published.publish(ours.newBooking().at(at).paid());
        }
        JsonPath answer = await().until(() -> ask(BEHAVIOR), it -> it.getLong("total.people") == 10);
        assertThat(answer.getString("cohorts[0].month"))
                .isEqualTo(YearMonth.from(at.atZone(ZoneId.of("Africa/Kigali"))).toString());
        assertThat(answer.getLong("cohorts[0].bookings")).isEqualTo(10);
        assertThat(answer.getDouble("cohorts[0].repeatShare")).isZero();
        assertThat(answer.getLong("cohorts[0].active[0].people")).isEqualTo(10);
    }

    private void publish(UUID vehicle, Instant at) {
        EventSource.publish(
                Topics.TRACKING_POSITIONS,
                vehicle,
                TrackingPosition.newBuilder()
                        .setTenant(ours.tenant())
                        .setVehicleId(vehicle)
                        .setDriverId(UUID.randomUUID())
                        .setLatitude(-1.9441)
                        .setLongitude(30.0619)
                        .setSpeedKmh(9.0)
                        .setRecordedAt(at)
                        .setReceivedAt(at)
                        .build());
    }

    private JsonPath ask(String path) {
        return given().auth()
                .oauth2(TestToken.of(Role.TENANT_ADMIN).tenant(ours.tenant()).sign())
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static void refused(String token, String path) {
        given().auth().oauth2(token).get(path).then().statusCode(403);
    }
}
