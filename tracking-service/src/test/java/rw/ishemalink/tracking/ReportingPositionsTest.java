package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
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
import rw.ishemalink.schemas.tracking.TrackingPosition;
import rw.ishemalink.tracking.config.TrackingConfig;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ReportingPositionsTest {

    @Inject
    TrackingConfig config;

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
        await().atMost(config.vehicleMemory().plus(Patience.LIMIT))
                .until(() -> Journey.post(journey.driverToken(), Journey.fix(-2.5, 29.7))
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
