package rw.ishemalink.analytics.query.api;

import static io.restassured.RestAssured.given;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.query.Published;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.kit.testing.walk.AccessWalk;
import rw.ishemalink.kit.testing.walk.Seeded;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class AccessWalkTest {

    @Test
    void every_endpoint_meets_everybody_as_documented() {
        AccessWalk.of("analytics-streams")
                .seeded(AccessWalkTest::deliveryOfOurs)
                .walk();
    }

    private static Seeded deliveryOfOurs() {
        Published ours = Published.inNewTenant();
        UUID driver = UUID.randomUUID();
        UUID fleet = UUID.randomUUID();
        UUID booking = ours.deliveredBy(driver, fleet);
        String auditor = TestToken.of(Role.AUDITOR).tenant(ours.tenant()).sign();
        await().until(() -> given().auth()
                .oauth2(auditor)
                .get("/api/analytics/drivers/leaderboard")
                .asString()
                .contains(driver.toString()));
        return new Seeded(
                ours.tenant(),
                fleet,
                Map.of("driverId", driver.toString(), "bookingId", booking.toString()),
                Map.of("driver itself", TestToken.of(Role.DRIVER).person(driver).tenant(ours.tenant())),
                List.of(driver.toString(), ours.tenant()));
    }
}
