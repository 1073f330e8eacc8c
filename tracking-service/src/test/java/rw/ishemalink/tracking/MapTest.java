package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.tracking.live.LivePositions;

/** Who sees which vehicles on the map, and when only how many. Each test has a tenant of its own. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class MapTest {

    private static final double HUYE_LATITUDE = -2.5246;
    private static final double HUYE_LONGITUDE = 29.7088;

    @Inject
    LivePositions positions;

    private final String tenant = "map-" + UUID.randomUUID();

    @Test
    void vehicles_near_each_other_are_one_and_a_lone_one_is_shown_as_itself() {
        for (int i = 0; i < 4; i++) {
            vehicleAt(HUYE_LATITUDE, HUYE_LONGITUDE, i < 3 ? 40.0 : 0.0, Duration.ZERO);
        }
        UUID lone = vehicleAt(-1.5, 30.4, 12.0, Duration.ZERO);
        map(staff(), Map.of())
                .statusCode(200)
                .contentType(containsString("application/geo+json"))
                .header("Cache-Control", equalTo("no-store"))
                .body("type", equalTo("FeatureCollection"))
                .body("features", hasSize(2))
                .body("features[0].type", equalTo("Feature"))
                .body("features[0].geometry.type", equalTo("Point"))
                .body("features[0].geometry.coordinates", equalTo(List.of((float) HUYE_LONGITUDE, (float)
                        HUYE_LATITUDE)))
                .body("features[0].properties.count", equalTo(4))
                .body("features[0].properties.moving", equalTo(3))
                .body("features[0].properties.cell", notNullValue())
                .body("features[0].properties.vehicleId", nullValue())
                .body("features[1].properties.count", equalTo(1))
                .body("features[1].properties.vehicleId", equalTo(lone.toString()))
                .body("features[1].properties.speedKmh", equalTo(12.0f));
    }

    @Test
    void government_sees_from_three_on_how_many_there_are_and_nobody_alone() {
        vehicleAt(-1.5, 30.4, null, Duration.ZERO);
        vehicleAt(-1.2, 30.4, null, Duration.ZERO);
        vehicleAt(-1.2, 30.4, null, Duration.ZERO);
        String token = TestToken.of(Role.GOVERNMENT).tenant(tenant).sign();
        map(token, Map.of()).statusCode(200).body("features", hasSize(0));
        vehicleAt(-1.2, 30.4, null, Duration.ZERO);
        map(token, Map.of())
                .body("features", hasSize(1))
                .body("features[0].properties.count", equalTo(3))
                .body("features[0].properties.vehicleId", nullValue());
    }

    @Test
    void an_operator_and_its_dispatchers_see_their_own_fleet_only() {
        Journey journey = new Journey(BookingKind.CARGO_DOMESTIC);
        journey.fleet(DriverStatus.ACTIVE);
        journey.awaitDriver();
        journey.drive(HUYE_LATITUDE, HUYE_LONGITUDE);
        await().until(() -> positions.find(journey.vehicle).isPresent());
        for (TestToken one : List.of(TestToken.of(Role.OPERATOR), TestToken.of(Role.DISPATCHER))) {
            map(one.operator(journey.operator).sign(), Map.of())
                    .statusCode(200)
                    .body("features", hasSize(1))
                    .body("features[0].properties.vehicleId", equalTo(journey.vehicle.toString()));
        }
        map(TestToken.of(Role.OPERATOR).operator(UUID.randomUUID()).sign(), Map.of())
                .body("features", hasSize(0));
        map(
                        TestToken.of(Role.OPERATOR)
                                .operator(journey.operator)
                                .tenant(tenant)
                                .sign(),
                        Map.of())
                .body("features", hasSize(0));
    }

    @Test
    void another_tenant_sees_nothing_of_it() {
        vehicleAt(HUYE_LATITUDE, HUYE_LONGITUDE, null, Duration.ZERO);
        map(TestToken.of(Role.TENANT_ADMIN).tenant("map-" + UUID.randomUUID()).sign(), Map.of())
                .statusCode(200)
                .body("features", hasSize(0));
    }

    @Test
    void a_district_and_an_age_may_be_asked_for() {
        vehicleAt(HUYE_LATITUDE, HUYE_LONGITUDE, null, Duration.ZERO);
        vehicleAt(-1.4985, 29.6066, null, Duration.ofMinutes(10));
        map(staff(), Map.of()).body("features", hasSize(1));
        map(staff(), Map.of("maxAgeMinutes", 15)).body("features", hasSize(2));
        map(staff(), Map.of("maxAgeMinutes", 15, "district", "43")).body("features", hasSize(1));
        map(staff(), Map.of("maxAgeMinutes", 15, "district", "57")).body("features", hasSize(0));
    }

    @Test
    void small_hexagons_part_what_large_ones_join() {
        vehicleAt(HUYE_LATITUDE, HUYE_LONGITUDE, null, Duration.ZERO);
        vehicleAt(HUYE_LATITUDE + 0.01, HUYE_LONGITUDE, null, Duration.ZERO);
        map(staff(), Map.of("resolution", 4)).body("features", hasSize(1));
        map(staff(), Map.of("resolution", 10)).body("features", hasSize(2));
    }

    @Test
    void what_is_no_district_resolution_or_age_is_400() {
        map(staff(), Map.of("district", "99"))
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:no-such-district"));
        map(staff(), Map.of("resolution", 3))
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:no-such-resolution"));
        map(staff(), Map.of("resolution", 11)).statusCode(400);
        map(staff(), Map.of("maxAgeMinutes", 0))
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:no-such-age"));
        map(staff(), Map.of("maxAgeMinutes", 1441)).statusCode(400);
    }

    @Test
    void who_has_no_fleet_and_no_such_role_is_refused() {
        given().get("/api/tracking/map").then().statusCode(401);
        map(TestToken.of(Role.SENDER).sign(), Map.of()).statusCode(403);
        map(TestToken.of(Role.DRIVER).sign(), Map.of()).statusCode(403);
        map(TestToken.of(Role.CUSTOMS_INSPECTOR).sign(), Map.of()).statusCode(403);
        map(TestToken.of(Role.OPERATOR).sign(), Map.of()).statusCode(403);
    }

    private String staff() {
        return TestToken.of(Role.TENANT_ADMIN).tenant(tenant).sign();
    }

    private static ValidatableResponse map(String token, Map<String, Object> query) {
        return given().auth()
                .oauth2(token)
                .queryParams(query)
                .get("/api/tracking/map")
                .then();
    }

    private UUID vehicleAt(double latitude, double longitude, @Nullable Double speedKmh, Duration age) {
        UUID vehicle = UUID.randomUUID();
        Instant at = Instant.now().minus(age).truncatedTo(ChronoUnit.MICROS);
        EventSource.publish(
                Topics.TRACKING_POSITIONS,
                vehicle,
                TrackingPosition.newBuilder()
                        .setTenant(tenant)
                        .setVehicleId(vehicle)
                        .setDriverId(UUID.randomUUID())
                        .setLatitude(latitude)
                        .setLongitude(longitude)
                        .setSpeedKmh(speedKmh)
                        .setRecordedAt(at)
                        .setReceivedAt(at)
                        .build());
        await().until(() -> positions.find(vehicle).isPresent());
        return vehicle;
    }
}
