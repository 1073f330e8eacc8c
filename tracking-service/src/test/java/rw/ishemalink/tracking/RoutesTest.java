package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** The service knows the made roads of {@code roads/made-roads.osm} and guesses beyond them. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class RoutesTest {

    private static final String ROUTES = "/api/tracking/routes";
    private static final String OPTIMISE = ROUTES + "/optimise";
    private static final Map<String, Object> KIGALI = point(-1.9441, 30.0619);
    private static final Map<String, Object> KAMPALA = point(0.3136, 32.5811);
    private static final Map<String, Object> NYARUGENGE = Map.of("district", "11");
    private static final Map<String, Object> GICUMBI = Map.of("district", "45");

    @Test
    void once_the_map_is_loaded_a_way_follows_its_roads() {
        awaitMap();
        route(Role.CUSTOMER, Map.of("from", KIGALI, "to", GICUMBI))
                .statusCode(200)
                .body("source", equalTo("GRAPHHOPPER"))
                .body("metres.toDouble()", closeTo(55_000, 300))
                .body("seconds", greaterThan(55 * 60))
                .body("geometry.type", equalTo("LineString"))
                .body("geometry.coordinates[0]", hasSize(2))
                .body("geometry.coordinates[0][0].toDouble()", closeTo(30.0619, 0.001));
        route(Role.CUSTOMER, Map.of("from", KIGALI, "to", GICUMBI, "vehicle", "CAR"))
                .statusCode(200)
                .body("metres.toDouble()", closeTo(40_000, 300));
    }

    @Test
    void beyond_the_map_the_road_is_guessed_and_the_answer_says_so() {
        route(Role.SENDER, Map.of("from", KIGALI, "to", KAMPALA))
                .statusCode(200)
                .body("source", equalTo("ROAD_FACTOR"))
                .body("metres.toDouble()", closeTo(500_000, 60_000))
                .body("geometry", nullValue());
    }

    @Test
    void readiness_says_how_far_the_map_is() {
        awaitMap();
        given().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'roads' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'roads' }.data.map", equalTo("READY"));
    }

    @Test
    void what_is_no_place_is_400_and_says_what_to_mend() {
        refused(route(Role.SENDER, Map.of("from", KIGALI, "to", Map.of())), "place-needed");
        refused(route(Role.SENDER, Map.of("from", KIGALI, "to", Map.of("latitude", -1.9))), "place-needed");
        Map<String, Object> unknown = Map.of("district", "99");
        refused(route(Role.SENDER, Map.of("from", unknown, "to", KIGALI)), "no-such-district");
        route(Role.SENDER, Map.of("from", point(91, 30), "to", KIGALI)).statusCode(400);
        route(Role.SENDER, Map.of("from", KIGALI)).statusCode(400);
        route(Role.SENDER, Map.of("from", KIGALI, "to", GICUMBI, "vehicle", "OXCART"))
                .statusCode(400);
        route(Role.SENDER, "").statusCode(400);
    }

    @Test
    void nobody_asks_without_a_valid_token() {
        for (String path : List.of(ROUTES, OPTIMISE)) {
            given().contentType("application/json")
                    .body(Map.of("from", KIGALI, "to", GICUMBI))
                    .post(path)
                    .then()
                    .statusCode(401);
            post(path, TestToken.of(Role.DRIVER).expired().sign(), drop()).statusCode(401);
        }
    }

    @Test
    void many_stops_are_put_in_order_with_their_times() {
        awaitMap();
        Instant departAt = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> rusumo = stop(point(-2.3806, 30.7772)); // 162 km
        Map<String, Object> rwamagana = stop(point(-1.9487, 30.4347)); // 55 km
        Map<String, Object> kayonza = stop(point(-1.9, 30.51)); // 70 km
        Map<String, Object> drop = drop(List.of(rusumo, rwamagana, kayonza));
        drop.put("departAt", departAt.toString());
        optimise(Role.DISPATCHER, drop)
                .statusCode(200)
                .body("tours", hasSize(1))
                .body("tours[0].vehicle", equalTo(0))
                .body("tours[0].visits.stop", equalTo(List.of(1, 2, 0)))
                .body("tours[0].metres.toDouble()", closeTo(162_000, 500))
                .body("unserved", hasSize(0));
    }

    @Test
    void a_stop_that_nobody_can_make_is_told_with_its_reason() {
        Map<String, Object> heavy = stop(GICUMBI);
        heavy.put("weightKg", 5_001);
        Map<String, Object> late = stop(KAMPALA);
        late.put("window", window(Duration.ZERO, Duration.ofMinutes(10)));
        optimise(Role.OPERATOR, drop(List.of(heavy, stop(GICUMBI), late)))
                .statusCode(200)
                .body("unserved.find { it.stop == 0 }.reason", equalTo("TOO_HEAVY"))
                .body("unserved.find { it.stop == 2 }.reason", equalTo("OUT_OF_REACH"))
                .body("tours[0].visits.stop", equalTo(List.of(1)));
    }

    @Test
    void too_many_or_no_stops_and_vehicles_are_400() {
        Map<String, Object> drop = drop();
        drop.put("stops", Collections.nCopies(51, stop(GICUMBI)));
        optimise(Role.DRIVER, drop).statusCode(400);
        drop.put("stops", List.of());
        optimise(Role.DRIVER, drop).statusCode(400);
        drop.put("stops", List.of(stop(GICUMBI)));
        drop.put("vehicles", Collections.nCopies(6, Map.of("capacityKg", 100)));
        optimise(Role.DRIVER, drop).statusCode(400);
        drop.put("vehicles", List.of(Map.of("capacityKg", 0)));
        optimise(Role.DRIVER, drop).statusCode(400);
        drop.remove("vehicles");
        optimise(Role.DRIVER, drop).statusCode(400);
        optimise(Role.DRIVER, "").statusCode(400);
    }

    @Test
    void windows_and_departures_that_cannot_be_meant_are_400() {
        Map<String, Object> turned = stop(GICUMBI);
        turned.put("window", window(Duration.ofHours(2), Duration.ofHours(1)));
        refused(optimise(Role.DRIVER, drop(List.of(turned))), "window-upside-down");
        Map<String, Object> drop = drop();
        drop.put("departAt", "2999-01-01T00:00:00Z");
        refused(optimise(Role.DRIVER, drop), "time-too-far");
        Map<String, Object> nowhere = stop(Map.of());
        refused(optimise(Role.DRIVER, drop(List.of(nowhere))), "place-needed");
        Map<String, Object> slow = stop(GICUMBI);
        slow.put("serviceMinutes", -1);
        optimise(Role.DRIVER, drop(List.of(slow))).statusCode(400);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"CUSTOMER", "AGENT", "CUSTOMS_INSPECTOR", "GOVERNMENT", "AUDITOR", "PLATFORM_ADMIN", "SERVICE"})
    void who_plans_no_transport_may_not_optimise(Role role) {
        optimise(role, drop()).statusCode(403);
    }

    private static void awaitMap() {
        await().until(() -> route(Role.CUSTOMER, Map.of("from", KIGALI, "to", NYARUGENGE))
                .extract()
                .path("source")
                .equals("GRAPHHOPPER"));
    }

    private static void refused(ValidatableResponse answer, String problem) {
        answer.statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:" + problem));
    }

    private static ValidatableResponse route(Role role, Object body) {
        return post(ROUTES, TestToken.of(role).sign(), body);
    }

    private static ValidatableResponse optimise(Role role, Object body) {
        return post(OPTIMISE, TestToken.of(role).sign(), body);
    }

    private static ValidatableResponse post(String path, String token, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post(path)
                .then();
    }

    private static Map<String, Object> point(double latitude, double longitude) {
        return Map.of("latitude", latitude, "longitude", longitude);
    }

    private static Map<String, Object> drop() {
        return drop(List.of(stop(GICUMBI)));
    }

    private static Map<String, Object> drop(List<Map<String, Object>> stops) {
        Map<String, Object> drop = new HashMap<>();
        drop.put("start", KIGALI);
        drop.put("stops", stops);
        drop.put("vehicles", List.of(Map.of("capacityKg", 5_000)));
        return drop;
    }

    private static Map<String, Object> stop(Map<String, Object> place) {
        Map<String, Object> stop = new HashMap<>();
        stop.put("place", place);
        stop.put("serviceMinutes", 10);
        stop.put("weightKg", 100);
        return stop;
    }

    private static Map<String, Object> window(Duration from, Duration until) {
        Instant now = Instant.now();
        return Map.of(
                "from", now.plus(from).toString(), "until", now.plus(until).toString());
    }
}
