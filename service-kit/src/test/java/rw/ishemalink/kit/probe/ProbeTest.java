package rw.ishemalink.kit.probe;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.SuiteResource;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ProbeTest {

    @Test
    void a_service_with_its_database_is_ready() {
        awaitProbe(() -> given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP")));
    }

    /** The kit's tests run without a registry: the deep probe says so, and the service is ready all the same. */
    @Test
    void the_deep_probe_is_not_200_when_one_part_is_down_and_says_which() {
        awaitProbe(() -> given().get("/q/health/group/deep")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'registry' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'kafka' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'database' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'outbox' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'disk' }.status", equalTo("UP")));
    }

    @Test
    void metrics_are_in_prometheus_form() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("ishema_outbox_failing_seconds"));
    }

    @Test
    void metrics_tell_whether_the_parts_are_there_and_what_waits() {
        await().untilAsserted(() -> given().get("/q/metrics")
                .then()
                .body(containsString("ishema_database_up 1.0"))
                .body(containsString("ishema_outbox_oldest_seconds 0.0"))
                .body(containsString("ishema_kafka_up 1.0"))
                .body(containsString("disk_free_bytes{"))
                .body(containsString("disk_total_bytes{")));
    }

    @Test
    void requests_are_counted_in_buckets_of_their_time() {
        given().get("/sample/sought?id=00000000-0000-0000-0000-000000000001");
        given().get("/q/metrics")
                .then()
                .body(containsString("http_server_requests_seconds_bucket{"))
                .body(containsString("uri=\"/sample/sought\",le=\"0.2\""));
    }

    /** A check gives a part two seconds: the first answers on a busy machine take longer. */
    private static void awaitProbe(ThrowingRunnable answersAsItMust) {
        await().untilAsserted(answersAsItMust);
    }
}
