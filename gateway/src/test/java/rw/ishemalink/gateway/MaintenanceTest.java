package rw.ishemalink.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.Patience;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(FakeServices.class)
class MaintenanceTest {

    private final String admin = TestToken.of(Role.PLATFORM_ADMIN).sign();
    private final String sender = TestToken.of(Role.SENDER).sign();

    @AfterEach
    void open_everything() {
        given().auth().oauth2(admin).delete("/api/ops/maintenance");
        given().auth().oauth2(admin).delete("/api/ops/maintenance?service=booking-service");
    }

    @Test
    void while_the_suite_is_in_maintenance_only_logging_in_health_and_operations_are_open() {
        close(Map.of(
                "reason", "new discs", "until", Instant.now().plusSeconds(600).toString()));

        given().auth()
                .oauth2(sender)
                .header("Accept-Language", "fr")
                .get("/api/bookings")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("title", equalTo("De retour bientôt"));
        int retryAfter = Integer.parseInt(
                given().auth().oauth2(sender).get("/api/bookings").header("Retry-After"));
        assertThat(retryAfter).isBetween(500, 600);
        given().post("/api/auth/codes").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/").then().statusCode(200);
        given().auth()
                .oauth2(admin)
                .get("/api/ops/maintenance")
                .then()
                .statusCode(200)
                .body("scope", hasItem("*"))
                .body("reason", hasItem("new discs"));

        given().auth().oauth2(admin).delete("/api/ops/maintenance").then().statusCode(200);
        given().auth().oauth2(sender).get("/api/bookings").then().statusCode(200);
    }

    @Test
    void who_reads_pages_gets_a_kind_one_in_a_language_of_theirs() {
        close(Map.of("reason", "new discs"));
        for (var words : Map.of("rw", "Turagaruka vuba", "fr", "De retour bientôt", "en", "Back soon")
                .entrySet()) {
            given().header("Accept", "text/html,application/xhtml+xml")
                    .header("Accept-Language", words.getKey())
                    .get("/api/bookings")
                    .then()
                    .statusCode(503)
                    .contentType("text/html")
                    .body(containsString(words.getValue()));
        }
    }

    @Test
    void one_service_is_closed_alone() {
        close(Map.of("service", "booking-service", "reason", "a new version"));
        given().auth().oauth2(sender).get("/api/bookings").then().statusCode(503);
        given().auth().oauth2(sender).get("/api/compliance/x").then().statusCode(200);
    }

    @Test
    void it_ends_at_the_time_that_was_said() {
        close(Map.of(
                "reason", "a moment", "until", Instant.now().plusMillis(1_500).toString()));
        Patience.await().untilAsserted(() -> given().auth()
                .oauth2(sender)
                .get("/api/bookings")
                .then()
                .statusCode(200));
    }

    @Test
    void only_who_runs_the_platform_closes_it() {
        for (String nobody :
                new String[] {sender, TestToken.of(Role.TENANT_ADMIN).sign()}) {
            given().auth()
                    .oauth2(nobody)
                    .contentType("application/json")
                    .body(Map.of("reason", "because"))
                    .put("/api/ops/maintenance")
                    .then()
                    .statusCode(403);
            given().auth().oauth2(nobody).get("/api/ops/maintenance").then().statusCode(403);
            given().auth().oauth2(nobody).delete("/api/ops/maintenance").then().statusCode(403);
        }
        given().get("/api/ops/maintenance").then().statusCode(401);
    }

    @Test
    void what_cannot_be_is_refused() {
        refused(Map.of("reason", ""), 400);
        refused(Map.of("reason", "x", "service", "nobody"), 400);
        refused(Map.of("reason", "x", "until", "2020-01-01T00:00:00Z"), 400);
        given().auth()
                .oauth2(admin)
                .delete("/api/ops/maintenance?service=booking-service")
                .then()
                .statusCode(404);
    }

    @Test
    void a_service_that_is_not_well_any_more_goes_into_maintenance_and_leaves_it_by_itself() throws Exception {
        Patience.await().untilAsserted(() -> given().auth()
                .oauth2(sender)
                .get("/api/bookings")
                .then()
                .statusCode(200));
        try {
            say(false);
            Patience.await().untilAsserted(() -> given().auth()
                    .oauth2(sender)
                    .get("/api/bookings")
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("urn:ishemalink:problem:maintenance")));
        } finally {
            say(true);
        }
        Patience.await().untilAsserted(() -> given().auth()
                .oauth2(sender)
                .get("/api/bookings")
                .then()
                .statusCode(200));
        // All three of them, for the tests that come next.
        Patience.await().untilAsserted(() -> given().auth()
                .oauth2(admin)
                .get("/api/ops/maintenance")
                .then()
                .body("size()", equalTo(0)));
    }

    private static void say(boolean well) throws Exception {
        String origin =
                ConfigProvider.getConfig().getValue("ishema.gateway.services.booking-service.origin", String.class);
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(URI.create(origin + "/well/" + well)).build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }

    private void close(Map<String, String> what) {
        // The tables are made while the door is already open.
        Patience.await().untilAsserted(() -> given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .body(what)
                .put("/api/ops/maintenance")
                .then()
                .statusCode(200));
    }

    private void refused(Map<String, String> what, int status) {
        given().auth()
                .oauth2(admin)
                .contentType("application/json")
                .body(what)
                .put("/api/ops/maintenance")
                .then()
                .statusCode(status);
    }
}
