package rw.ishemalink.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** Who may read what the door counts. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(FakeServices.class)
class MetricsTest {

    @Test
    void prometheus_reads_them_from_inside_and_nobody_does_through_a_proxy() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("ishema_gateway_maintenance"));
        given().header("X-Forwarded-For", "203.0.113.7")
                .get("/q/metrics")
                .then()
                .statusCode(404);
        given().header("Forwarded", "for=203.0.113.7").get("/q/metrics").then().statusCode(404);
        given().header("X-Forwarded-For", "203.0.113.7")
                .get("/q/x/../metrics/")
                .then()
                .statusCode(404);
    }

    @Test
    void staff_of_the_platform_reads_them_with_a_token() {
        given().get("/api/ops/metrics").then().statusCode(401);
        given().auth()
                .oauth2(TestToken.of(Role.TENANT_ADMIN).sign())
                .get("/api/ops/metrics")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestToken.of(Role.PLATFORM_ADMIN).sign())
                .get("/api/ops/metrics")
                .then()
                .statusCode(200)
                .body(containsString("http_server_requests_seconds_bucket"));
    }
}
