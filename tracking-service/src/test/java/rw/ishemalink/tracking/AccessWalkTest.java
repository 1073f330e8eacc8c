package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

    @Inject
    Jdbi jdbi;

    @Test
    void every_endpoint_meets_everybody_as_documented() {
        AccessWalk.of("tracking-service").seeded(this::truckUnderWay).walk();
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
        UUID copy = UUID.randomUUID();
        new PrivacyTrial(jdbi, "tracking-service", journey.sender, copy).ask(PrivacyWish.EXPORT);
        return new Seeded(
                "ishemalink",
                journey.operator,
                Map.of("bookingId", journey.bookingId.toString(), "requestId", copy.toString()),
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
