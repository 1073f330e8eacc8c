package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.tracking.RefusalReason;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.tracking.TrackingRefusal;

/** Phones and boxes that report with a key of their own, in the words of Traccar Client. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class DevicesTest {

    private static final String DEVICES = "/api/tracking/devices";
    private static final String OSMAND = "/api/tracking/devices/osmand";

    private final Journey journey = new Journey(BookingKind.CARGO_INTERNATIONAL);

    @BeforeEach
    void a_driver_of_a_fleet_is_known() {
        journey.fleet(DriverStatus.ACTIVE);
        journey.awaitDriver();
    }

    @Test
    void a_drivers_phone_reports_for_what_he_drives_and_a_box_for_whoever_drives_the_truck() {
        Registered phone = registered(journey.driverToken(), null);
        Registered box = registered(operatorToken(), journey.vehicle);
        assertThat(phone.key).hasSize(26).isNotEqualTo(box.key);
        assertThat(phone.serverUrl).isEqualTo("http://localhost:8080" + OSMAND);

        address(phone.key, "-1.95").statusCode(200).body(emptyString());
        address(box.key, "-1.96").statusCode(200);
        try (EventTap tap = EventTap.on(Topics.TRACKING_POSITIONS)) {
            TrackingPosition ofPhone = tap.awaitOne(TrackingPosition.class, one -> phone.id.equals(one.getDeviceId()));
            TrackingPosition ofBox = tap.awaitOne(TrackingPosition.class, one -> box.id.equals(one.getDeviceId()));
            assertThat(List.of(ofPhone, ofBox)).allSatisfy(position -> {
                assertThat(position.getVehicleId()).isEqualTo(journey.vehicle);
                assertThat(position.getDriverId()).isEqualTo(journey.driver);
                assertThat(position.getTenant()).isEqualTo("ishemalink");
            });
            assertThat(ofPhone.getLatitude()).isEqualTo(-1.95);
            assertThat(ofPhone.getSpeedKmh()).isEqualTo(18.52);
            assertThat(ofPhone.getBatteryPercent()).isEqualTo(75);
        }
    }

    @Test
    void the_same_may_come_as_a_form_or_as_json_one_or_many() {
        Registered phone = registered(journey.driverToken(), null);
        long now = Instant.now().getEpochSecond();
        given().contentType("application/x-www-form-urlencoded")
                .body("deviceid=" + phone.key + "&lat=-1.91&lon=30.06&timestamp=" + now)
                .post(OSMAND)
                .then()
                .statusCode(200)
                .body(emptyString());
        given().post(OSMAND + "?id=" + phone.key + "&location=-1.92,30.06&timestamp=" + now)
                .then()
                .statusCode(200);
        json(phone.key, location(-1.93)).statusCode(200).body(emptyString());
        json(phone.key, "[" + location(-1.94) + "," + location(-1.95) + "]").statusCode(200);
        try (EventTap tap = EventTap.on(Topics.TRACKING_POSITIONS)) {
            await().untilAsserted(() -> assertThat(tap.listFor(journey.vehicle, TrackingPosition.class))
                    .extracting(TrackingPosition::getLatitude)
                    .containsExactly(-1.91, -1.92, -1.93, -1.94, -1.95));
        }
    }

    @Test
    void a_fix_that_is_refused_is_answered_with_200_for_it_would_come_again_for_ever() {
        Registered phone = registered(journey.driverToken(), null);
        address(phone.key, "95").statusCode(200);
        given().get(OSMAND + "?id=" + phone.key + "&lat=1&lon=30").then().statusCode(200);
        try (EventTap tap = EventTap.on(Topics.TRACKING_REFUSALS)) {
            await().untilAsserted(() -> assertThat(tap.listFor(journey.vehicle, TrackingRefusal.class))
                    .filteredOn(one -> phone.id.equals(one.getDeviceId()))
                    .extracting(TrackingRefusal::getReason)
                    .containsExactly(RefusalReason.OUT_OF_WORLD, RefusalReason.MISSING_FIELD));
        }
    }

    @Test
    void what_cannot_be_read_is_400_and_nobodys_key_401_and_neither_tells_the_key() {
        Registered phone = registered(journey.driverToken(), null);
        address(phone.key, "north")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("lat"))
                .body(not(containsString(phone.key)));
        json(phone.key, "7").statusCode(400);
        given().contentType("application/json").body("{").post(OSMAND).then().statusCode(400);
        given().contentType("application/x-www-form-urlencoded")
                .body("id=%zz")
                .post(OSMAND)
                .then()
                .statusCode(400);
        address("7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "-1.95")
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:unknown-device"))
                .body(not(containsString("7ZZZ")));
        given().get(OSMAND).then().statusCode(401);
        given().post(OSMAND).then().statusCode(401);
    }

    @Test
    void a_revoked_device_is_nobody_at_once() {
        Registered phone = registered(journey.driverToken(), null);
        address(phone.key, "-1.95").statusCode(200);
        delete(journey.driverToken(), phone.id).statusCode(204);
        address(phone.key, "-1.95").statusCode(401);
        delete(journey.driverToken(), phone.id).statusCode(404);
        list(journey.driverToken()).body("deviceId", not(hasItem(phone.id.toString())));
    }

    @Test
    void a_suspended_driver_reports_with_no_device_either() {
        Registered phone = registered(journey.driverToken(), null);
        Registered box = registered(operatorToken(), journey.vehicle);
        journey.fleet(DriverStatus.SUSPENDED);
        await().until(() -> address(phone.key, "-1.95").extract().statusCode() == 403);
        address(box.key, "-1.95").statusCode(403).body("type", equalTo("urn:ishemalink:problem:no-vehicle"));
        register(journey.driverToken(), null).statusCode(403);
    }

    @Test
    void a_driver_sees_his_own_an_operator_the_fleets_and_staff_all() {
        Registered phone = registered(journey.driverToken(), null);
        Registered box = registered(operatorToken(), journey.vehicle);
        list(journey.driverToken())
                .body("", hasSize(1))
                .body("[0].deviceId", equalTo(phone.id.toString()))
                .body("[0].name", equalTo("phone"))
                .body("[0].driverId", equalTo(journey.driver.toString()));
        List<String> both =
                Stream.of(phone.id.toString(), box.id.toString()).sorted().toList();
        list(operatorToken()).body("deviceId", equalTo(both));
        list(operatorToken(), UUID.fromString(both.getFirst())).body("deviceId", equalTo(List.of(both.getLast())));
        for (Role role : List.of(Role.TENANT_ADMIN, Role.DISPATCHER)) {
            list(TestToken.of(role).sign(), UUID.fromString(both.getFirst())).body("deviceId", hasItem(both.getLast()));
        }
        list(Journey.token(Role.DRIVER, UUID.randomUUID())).body("", hasSize(0));
        list(TestToken.of(Role.OPERATOR).operator(UUID.randomUUID()).sign()).body("", hasSize(0));
        list(TestToken.of(Role.TENANT_ADMIN).tenant("geo").sign()).body("deviceId", not(hasItem(phone.id.toString())));
    }

    @Test
    void nobody_has_to_do_with_another_fleets_vehicles_and_devices() {
        Registered phone = registered(journey.driverToken(), null);
        for (String stranger : List.of(
                Journey.token(Role.DRIVER, UUID.randomUUID()),
                TestToken.of(Role.OPERATOR).operator(UUID.randomUUID()).sign(),
                TestToken.of(Role.DISPATCHER).operator(UUID.randomUUID()).sign(),
                TestToken.of(Role.TENANT_ADMIN).tenant("geo").sign())) {
            register(stranger, journey.vehicle)
                    .statusCode(404)
                    .body("type", equalTo("urn:ishemalink:problem:no-such-vehicle"));
            delete(stranger, phone.id).statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-such-device"));
        }
        register(Journey.token(Role.DRIVER, UUID.randomUUID()), null).statusCode(403);
        register(operatorToken(), null).statusCode(403);
        for (Role role : List.of(Role.SENDER, Role.GOVERNMENT, Role.AUDITOR)) {
            register(TestToken.of(role).sign(), journey.vehicle).statusCode(403);
            delete(TestToken.of(role).sign(), phone.id).statusCode(403);
        }
        given().get(DEVICES).then().statusCode(401);
        given().delete(DEVICES + "/" + phone.id).then().statusCode(401);
        address(phone.key, "-1.95").statusCode(200);
    }

    @Test
    void a_driver_has_five_devices_at_most_however_fast_they_are_registered() {
        List<Integer> answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> register(journey.driverToken(), null).extract().statusCode())
                .toList();
        assertThat(answers).filteredOn(status -> status == 201).hasSize(5);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(3);
    }

    @Test
    void a_name_is_that_of_a_device() {
        for (String name : List.of("", " ", "x".repeat(61), "<b>")) {
            given().auth()
                    .oauth2(journey.driverToken())
                    .contentType("application/json")
                    .body(Map.of("name", name))
                    .post(DEVICES)
                    .then()
                    .statusCode(400);
        }
    }

    private record Registered(UUID id, String key, String serverUrl) {}

    private static Registered registered(String token, @Nullable UUID vehicleId) {
        ValidatableResponse answer = register(token, vehicleId).statusCode(201);
        return new Registered(
                UUID.fromString(answer.extract().path("deviceId")),
                answer.extract().path("key"),
                answer.extract().path("serverUrl"));
    }

    private static ValidatableResponse register(String token, @Nullable UUID vehicleId) {
        Map<String, Object> device = new HashMap<>();
        device.put("name", vehicleId == null ? "phone" : "box");
        if (vehicleId != null) {
            device.put("vehicleId", vehicleId.toString());
        }
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(device)
                .post(DEVICES)
                .then();
    }

    private static ValidatableResponse list(String token) {
        return given().auth().oauth2(token).get(DEVICES).then().statusCode(200);
    }

    private static ValidatableResponse list(String token, UUID after) {
        return given().auth()
                .oauth2(token)
                .get(DEVICES + "?after=" + after)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse delete(String token, UUID deviceId) {
        return given().auth().oauth2(token).delete(DEVICES + "/" + deviceId).then();
    }

    private static ValidatableResponse address(String key, String latitude) {
        return given().queryParam("id", key)
                .queryParam("lat", latitude)
                .queryParam("lon", "30.06")
                .queryParam("timestamp", Instant.now().toString())
                .queryParam("speed", "10")
                .queryParam("batt", "75")
                .get(OSMAND)
                .then();
    }

    private static ValidatableResponse json(String key, String location) {
        return given().contentType("application/json")
                .body("{\"device_id\": \"%s\", \"location\": %s}".formatted(key, location))
                .post(OSMAND)
                .then();
    }

    private static String location(double latitude) {
        return """
                {"timestamp": "%s", "coords": {"latitude": %s, "longitude": 30.06, "speed": 5, "heading": -1}}""".formatted(Instant.now(), latitude);
    }

    private String operatorToken() {
        return TestToken.of(Role.OPERATOR).operator(journey.operator).sign();
    }
}
