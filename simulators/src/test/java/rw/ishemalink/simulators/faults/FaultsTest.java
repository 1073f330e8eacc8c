package rw.ishemalink.simulators.faults;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.simulators.OrdersWithdrawn;

/** Faults at the doors; an SMS is the work that is done or not. */
@QuarkusTest
class FaultsTest implements OrdersWithdrawn {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration IMPATIENCE = Duration.ofSeconds(2);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String text = "fault " + System.nanoTime();

    @Test
    void a_system_that_is_down_closes_the_connection_and_does_nothing() {
        order("sms", Map.of("mode", "DOWN"));

        assertThatThrownBy(this::send).isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
        assertThat(received()).isZero();
    }

    @Test
    void a_slow_system_answers_late_and_does_its_work() throws Exception {
        order("sms", Map.of("mode", "SLOW", "delayMillis", 300));
        long start = System.nanoTime();

        assertThat(send().statusCode()).isEqualTo(201);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(received()).isOne();
    }

    @Test
    void a_timeout_gives_no_answer_and_does_nothing() {
        order("sms", Map.of("mode", "TIMEOUT", "delayMillis", 600_000));

        assertThatThrownBy(() -> send(IMPATIENCE)).isInstanceOf(HttpTimeoutException.class);
        assertThat(received()).isZero();
    }

    @Test
    void a_timeout_ends_with_a_closed_connection_and_nothing_done() {
        order("sms", Map.of("mode", "TIMEOUT", "delayMillis", 50));

        assertThatThrownBy(this::send).isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
        assertThat(received()).isZero();
    }

    @Test
    void a_lost_reply_leaves_the_work_done_and_the_connection_closed() throws Exception {
        order("sms", Map.of("lostReplies", 1));

        assertThatThrownBy(this::send).isInstanceOf(IOException.class);
        assertThat(received()).isOne();
        assertThat(send().statusCode()).isEqualTo(201);
        given().get("/control/sms").then().body("lostReplies", equalTo(0));
    }

    @Test
    void a_lost_reply_can_be_a_504_without_content() throws Exception {
        order("sms", Map.of("lostReplies", 1, "lostAs", "GATEWAY_TIMEOUT"));

        HttpResponse<String> answer = send();
        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).isEmpty();
        assertThat(received()).isOne();
    }

    @Test
    void a_refused_request_uses_up_no_lost_reply() throws Exception {
        order("sms", Map.of("lostReplies", 1));

        given().contentType(ContentType.URLENC)
                .formParam("username", "nobody")
                .post("/sms/version1/messaging")
                .then()
                .statusCode(401);
        given().get("/control/sms").then().body("lostReplies", equalTo(1));
    }

    @Test
    void so_many_requests_fail_as_errors_were_ordered_and_nothing_is_done() throws Exception {
        order("sms", Map.of("nextErrors", 2));

        assertThat(send().statusCode()).isEqualTo(500);
        assertThat(send().statusCode()).isEqualTo(500);
        assertThat(received()).isZero();
        assertThat(send().statusCode()).isEqualTo(201);
    }

    @Test
    void the_register_in_trouble_says_so_as_a_problem() {
        order("rura", Map.of("mode", "ERROR"));

        given().get("/rura/v1/licences/operators/100000000")
                .then()
                .statusCode(500)
                .contentType("application/problem+json");
    }

    @Test
    void mtn_in_trouble_says_internal_processing_error() {
        order("mtn", Map.of("mode", "ERROR"));

        given().get("/mtn/collection/v1_0/account/balance")
                .then()
                .statusCode(500)
                .body("code", equalTo("INTERNAL_PROCESSING_ERROR"));
    }

    @Test
    void a_counted_error_is_not_wasted_on_a_token() {
        order("mtn", Map.of("nextErrors", 1));

        given().post("/mtn/collection/token/").then().statusCode(401);
        given().get("/control/mtn").then().body("nextErrors", equalTo(1));
    }

    @Test
    void the_faults_of_one_system_leave_the_others_and_the_reading_side_alone() {
        order("sms", Map.of("mode", "ERROR"));

        given().get("/sms/inbox").then().statusCode(200);
        given().header("X-Api-Key", "local-rura-api-key")
                .get("/rura/v1/licences/operators/none")
                .then()
                .statusCode(404);
    }

    @Test
    void an_order_is_shown_and_withdrawn() {
        order("mtn", Map.of("mode", "SLOW", "delayMillis", 10, "callback", "REPEATED"));
        given().get("/control/mtn").then().body("mode", equalTo("SLOW")).body("callback", equalTo("REPEATED"));
        moveClockAhead(500);

        withdraw();
        given().get("/control").then().body("mtn.mode", equalTo("OK")).body("mtn.callback", equalTo("ONCE"));
        given().get("/control/clock").then().body("aheadSeconds", equalTo(0));
    }

    @Test
    void an_order_that_makes_no_sense_is_refused_with_what_to_mend() {
        refuses("sms", Map.of("callback", "FORGED"), "for mtn and airtel only");
        refuses("airtel", Map.of("callbackMethod", "POST"), "for mtn only");
        refuses("mtn", Map.of("offline", true), "for vsdc only");
        refuses("rura", Map.of("lostReplies", 1), "no work");
        refuses("mtn", Map.of("delayMillis", 900_000), "delayMillis must be between 0 and 600000");
        refuses("mtn", Map.of("nextErrors", -1), "nextErrors");
        refuses("mtn", Map.of("mode", "BROKEN"), "mode has a value of the wrong type");
        given().get("/control/mtn").then().body("mode", equalTo("OK"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/control/nobody", "/control/sms/tokens"})
    void an_unknown_system_is_404(String path) {
        given().get(path).then().statusCode(404);
    }

    @Test
    void the_clock_moves_within_a_week_only() {
        for (long seconds : new long[] {-1, 604_801}) {
            put("/control/clock", Map.of("aheadSeconds", seconds)).statusCode(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/money.html", "/q/swagger-ui/", "/q/openapi", "/q/health/ready"})
    void the_index_swagger_and_health_are_there(String path) {
        given().get(path).then().statusCode(200);
    }

    @Test
    void swagger_offers_the_names_the_paths_take() {
        given().get("/q/openapi?format=json")
                .then()
                .body("components.schemas.OutsideSystem.enum", hasItems("mtn", "airtel", "vsdc", "rura", "sms", "mail"))
                .body("components.schemas.Product.enum", hasItems("collection", "disbursement"));
    }

    private static void refuses(String system, Map<String, ?> order, String detail) {
        put("/control/" + system, order)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));
    }

    private static ValidatableResponse put(String path, Map<String, ?> body) {
        return given().contentType(ContentType.JSON).body(body).put(path).then();
    }

    private HttpResponse<String> send() throws IOException, InterruptedException {
        return send(PATIENCE);
    }

    /** To a phone that no other test looks at. */
    private HttpResponse<String> send(Duration patience) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/sms/version1/messaging"))
                .timeout(patience)
                .header("apiKey", "local-sms-api-key")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=ishemalink&to=%2B250730000001&message=" + text.replace(' ', '+')))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private int received() {
        return given().get("/sms/inbox").then().extract().<List<String>>path("message").stream()
                .filter(text::equals)
                .toList()
                .size();
    }
}
