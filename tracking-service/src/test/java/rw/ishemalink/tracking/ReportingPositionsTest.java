package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.Patience;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.tracking.RefusalReason;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.schemas.tracking.TrackingRefusal;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ReportingPositionsTest {

    private final Journey journey = new Journey(BookingKind.CARGO_INTERNATIONAL);

    @BeforeEach
    void an_export_is_assigned() {
        journey.assign();
    }

    @Test
    void an_accepted_fix_is_on_the_topic_under_its_vehicle() {
        Map<String, Object> fix = Journey.fix(-2.52, 29.71);
        fix.put("speedKmh", 42.5);
        Journey.post(journey.driverToken(), fix)
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("rejected", hasSize(0));

        try (EventTap tap = EventTap.on(Topics.TRACKING_POSITIONS)) {
            TrackingPosition position =
                    tap.awaitOne(TrackingPosition.class, p -> p.getVehicleId().equals(journey.vehicle));
            assertThat(tap.listFor(journey.vehicle, TrackingPosition.class)).containsExactly(position);
            assertThat(position.getDriverId()).isEqualTo(journey.driver);
            assertThat(position.getTenant()).isEqualTo("ishemalink");
            assertThat(position.getSpeedKmh()).isEqualTo(42.5);
            assertThat(position.getRecordedAt()).isEqualTo(Instant.parse((String) fix.get("recordedAt")));
        }
    }

    @Test
    void of_many_fixes_the_good_are_taken_and_each_bad_one_is_named_with_its_reason() {
        Map<String, Object> foreign = Journey.fix(-2.52, 29.71);
        foreign.put("vehicleId", UUID.randomUUID().toString());
        Journey.post(
                        journey.driverToken(),
                        List.of(Journey.fix(-2.52, 29.71), Journey.fix(0, 0), foreign, Journey.fix(-2.51, 29.71)))
                .statusCode(202)
                .body("accepted", equalTo(2))
                .body("rejected", hasSize(2))
                .body("rejected[0].index", equalTo(1))
                .body("rejected[0].reason", equalTo("ZERO_ISLAND"))
                .body("rejected[1].index", equalTo(2))
                .body("rejected[1].reason", equalTo("NOT_YOUR_VEHICLE"));
    }

    @Test
    void a_refused_fix_is_kept_apart_with_its_reason_and_is_no_position() {
        UUID vehicle = journey.vehicle;
        Map<String, Object> fast = Journey.fix(-2.52, 29.71);
        fast.put("speedKmh", 900);
        Map<String, Object> placeless = Journey.fix(-2.52, 29.71);
        placeless.remove("latitude");
        Journey.post(
                        journey.driverToken(),
                        List.of(
                                Journey.fix(0, 0),
                                Journey.fix(95, 29.7),
                                fast,
                                placeless,
                                Journey.fix(-2.5, 29.7, Instant.now().plusSeconds(3_600)),
                                Journey.fix(-2.5, 29.7, Instant.now().minusSeconds(49 * 3_600)),
                                Journey.fix(-2.53, 29.71)))
                .statusCode(202)
                .body("accepted", equalTo(1));
        try (EventTap refusals = EventTap.on(Topics.TRACKING_REFUSALS);
                EventTap positions = EventTap.on(Topics.TRACKING_POSITIONS)) {
            await().untilAsserted(() -> assertThat(refusals.listFor(vehicle, TrackingRefusal.class))
                    .extracting(TrackingRefusal::getReason)
                    // Before them those that asked whether the driver is known.
                    .endsWith(
                            RefusalReason.ZERO_ISLAND,
                            RefusalReason.OUT_OF_WORLD,
                            RefusalReason.IMPOSSIBLE,
                            RefusalReason.MISSING_FIELD,
                            RefusalReason.IN_THE_FUTURE,
                            RefusalReason.TOO_OLD));
            assertThat(refusals.listFor(vehicle, TrackingRefusal.class)).allSatisfy(refusal -> {
                assertThat(refusal.getDriverId()).isEqualTo(journey.driver);
                assertThat(refusal.getTenant()).isEqualTo("ishemalink");
            });
            positions.awaitOne(TrackingPosition.class, p -> p.getVehicleId().equals(vehicle));
            assertThat(positions.listFor(vehicle, TrackingPosition.class)).hasSize(1);
        }
    }

    @Test
    void a_fix_that_is_sent_twice_is_taken_twice_and_says_the_same() {
        Map<String, Object> fix = Journey.fix(-2.52, 29.71);
        fix.put("sealState", "OPEN");
        fix.put("sealNumber", "RRA-7");
        fix.put("altitudeMetres", 1_700);
        fix.put("batteryPercent", 50);
        Journey.post(journey.driverToken(), fix).statusCode(202);
        Journey.post(journey.driverToken(), fix).statusCode(202);
        try (EventTap tap = EventTap.on(Topics.TRACKING_POSITIONS)) {
            await().until(() ->
                    tap.listFor(journey.vehicle, TrackingPosition.class).size() == 2);
            List<TrackingPosition> both = tap.listFor(journey.vehicle, TrackingPosition.class);
            assertThat(both).allSatisfy(one -> {
                assertThat(one.getRecordedAt()).isEqualTo(both.getFirst().getRecordedAt());
                assertThat(one.getSealState()).isEqualTo(SealState.OPEN);
                assertThat(one.getSealNumber()).isEqualTo("RRA-7");
                assertThat(one.getAltitudeMetres()).isEqualTo(1_700);
                assertThat(one.getBatteryPercent()).isEqualTo(50);
            });
        }
    }

    @Test
    void when_none_is_good_the_answer_is_400_and_says_what_to_mend() {
        Journey.post(journey.driverToken(), Journey.fix(91, 29.71))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("0 OUT_OF_WORLD"));
    }

    @Test
    void no_fix_and_more_than_500_are_400() {
        Journey.post(journey.driverToken(), List.of()).statusCode(400);
        Journey.post(journey.driverToken(), Collections.nCopies(501, Journey.fix(-2.5, 29.7)))
                .statusCode(400);
        Journey.post(journey.driverToken(), Collections.nCopies(500, Journey.fix(-2.5, 29.7)))
                .statusCode(202)
                .body("accepted", equalTo(500));
    }

    @Test
    void what_is_no_fix_is_400() {
        Journey.post(journey.driverToken(), "{\"latitude\": \"north\"}")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("latitude"));
        Journey.post(journey.driverToken(), "[{]").statusCode(400);
        Journey.post(journey.driverToken(), "").statusCode(400);
    }

    @Test
    void a_driver_without_a_vehicle_of_this_tenant_is_403() {
        Journey.post(Journey.token(Role.DRIVER, UUID.randomUUID()), Journey.fix(-2.5, 29.7))
                .statusCode(403);
        String elsewhere =
                TestToken.of(Role.DRIVER).person(journey.driver).tenant("geo").sign();
        Journey.post(elsewhere, Journey.fix(-2.5, 29.7)).statusCode(403);
    }

    @Test
    void a_suspended_driver_is_403_as_soon_as_the_vehicle_is_looked_up_again() {
        journey.fleet(DriverStatus.SUSPENDED);
        await().until(() -> Journey.post(journey.driverToken(), Journey.fix(-2.5, 29.7))
                        .extract()
                        .statusCode()
                == 403);
    }

    @Test
    void a_driver_whose_papers_lapse_is_followed_all_the_same() {
        Journey lapsed = new Journey(BookingKind.RIDE);
        lapsed.fleet(DriverStatus.REJECTED);
        Patience.await()
                .until(() -> Journey.post(lapsed.driverToken(), Journey.fix(-2.5, 29.7))
                                .extract()
                                .statusCode()
                        == 202);
    }

    @Test
    void no_token_is_401_and_another_role_403() {
        given().contentType("application/json")
                .body(Journey.fix(-2.5, 29.7))
                .post(Journey.POSITIONS)
                .then()
                .statusCode(401);
        Journey.post(TestToken.of(Role.DRIVER).expired().sign(), Journey.fix(-2.5, 29.7))
                .statusCode(401);
        Journey.post(Journey.token(Role.SENDER, journey.driver), Journey.fix(-2.5, 29.7))
                .statusCode(403);
    }
}
