package rw.ishemalink.analytics.query.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.kit.testing.SuiteResource;

/** What the probes say. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class HealthTest {

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/started", "/q/health/ready"})
    void started_and_ready_mean_that_counting_goes_on(String probe) {
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> given().get(probe)
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("streams"))
                .body("checks.find { it.name == 'streams' }.data.state", equalTo("RUNNING")));
    }

    @Test
    void who_has_nothing_to_copy_is_ready_without_copies() {
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'copies' }.status", equalTo("UP")));
    }

    @Test
    void alive_is_our_check_and_not_the_extensions() {
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.name", equalTo(java.util.List.of("streams-alive")));
    }
}
