package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.kit.testing.walk.AccessWalk;
import rw.ishemalink.kit.testing.walk.Seeded;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.privacy.PrivacyWish;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class AccessWalkTest {

    private static final String DEVICE = "The key in the report is the proof; Traccar Client can send no token.";
    private static final String LINK = "The secret in the link is the proof; nobody is named in what it shows.";

    @Inject
    Jdbi jdbi;

    @Test
    void every_endpoint_meets_everybody_as_documented() {
        AccessWalk.of("tracking-service")
                .seeded(this::truckUnderWay)
                .open("GET /api/tracking/devices/osmand", DEVICE)
                .open("POST /api/tracking/devices/osmand", DEVICE)
                .open("GET /api/tracking/shared/{token}", LINK)
                .open("GET /api/tracking/shared/{token}/stream", LINK)
                .open("GET /api/tracking/shared/{token}/page", LINK)
                .walk();
    }

    private Seeded truckUnderWay() {
        Journey journey = new Journey(BookingKind.CARGO_INTERNATIONAL);
        journey.assign();
        journey.drive(-2.5, 29.7);
        await().until(() -> given().auth()
                        .oauth2(Journey.token(Role.SENDER, journey.sender))
                        .get(journey.positionPath())
                        .statusCode()
                == 200);
        awaitTrack(journey);
        String deviceId = given().auth()
                .oauth2(journey.driverToken())
                .contentType("application/json")
                .body(Map.of("name", "phone"))
                .post("/api/tracking/devices")
                .then()
                .statusCode(201)
                .extract()
                .path("deviceId");
        ExtractableResponse<Response> link = given().auth()
                .oauth2(Journey.token(Role.SENDER, journey.sender))
                .contentType("application/json")
                .body("{\"hours\": 1}")
                .post("/api/tracking/bookings/" + journey.bookingId + "/links")
                .then()
                .statusCode(201)
                .extract();
        UUID copy = UUID.randomUUID();
        new PrivacyTrial(jdbi, "tracking-service", journey.sender, copy).ask(PrivacyWish.EXPORT);
        return new Seeded(
                "ishemalink",
                journey.operator,
                Map.of(
                        "bookingId", journey.bookingId.toString(),
                        "requestId", copy.toString(),
                        "deviceId", deviceId,
                        "POST /api/tracking/devices#vehicleId", journey.vehicle.toString(),
                        "linkId", link.path("linkId"),
                        "token", link.path("token")),
                Map.of(
                        "its sender", TestToken.of(Role.SENDER).person(journey.sender),
                        "its driver", TestToken.of(Role.DRIVER).person(journey.driver)),
                List.of(journey.vehicle.toString()));
    }

    private static void awaitTrack(Journey journey) {
        await().until(() -> given().auth()
                        .oauth2(Journey.token(Role.SENDER, journey.sender))
                        .get("/api/tracking/bookings/" + journey.bookingId + "/track")
                        .statusCode()
                == 200);
    }
}
