package rw.ishemalink.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(FakeServices.class)
class DoorTest {

    private final String token = TestToken.of(Role.SENDER).sign();

    @Test
    void a_request_with_a_token_reaches_its_service_whole() {
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("42")
                .post("/api/bookings/7/confirm?why=x")
                .then()
                .statusCode(200)
                .header("X-Correlation-Id", notNullValue())
                .body("method", equalTo("POST"))
                .body("uri", equalTo("/api/bookings/7/confirm?why=x"))
                .body("body", equalTo("42"));
    }

    /** MDS prescribes the paths of its endpoints. */
    @Test
    void a_path_that_is_not_below_api_reaches_its_service_too_and_not_without_a_token() {
        given().auth().oauth2(token).get("/mds/vehicles").then().statusCode(200).body("uri", equalTo("/mds/vehicles"));
        given().get("/mds/vehicles").then().statusCode(401);
    }

    @Test
    void no_token_is_401_at_the_door() {
        given().header("Accept-Language", "rw")
                .get("/api/bookings")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("title", equalTo("Nta ruhushya rwemewe"));
    }

    @Test
    void an_expired_or_foreign_token_is_401_every_time() {
        for (String bad : List.of(
                TestToken.of(Role.SENDER).expired().sign(),
                TestToken.of(Role.SENDER).signWithForeignKey(),
                TestToken.of(Role.SENDER).issuer("https://elsewhere").sign(),
                "nonsense")) {
            given().auth().oauth2(bad).get("/api/bookings").then().statusCode(401);
            given().auth().oauth2(bad).get("/api/bookings").then().statusCode(401);
        }
    }

    @Test
    void logging_in_needs_no_token() {
        given().contentType("application/json")
                .body("1")
                .post("/api/auth/codes")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/api/auth/codes"));
    }

    @Test
    void a_path_that_no_service_answers_is_404() {
        given().auth().oauth2(token).get("/api/unknown").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void the_inside_of_a_service_cannot_be_reached_by_a_crooked_path() {
        given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .get("/api/bookings/..%2f..%2fq/metrics")
                .then()
                .statusCode(404);
    }

    @Test
    void a_dead_service_is_a_problem_that_says_when_to_try_again() {
        given().auth()
                .oauth2(token)
                .header("Accept-Language", "fr")
                .get("/api/payments")
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .contentType("application/problem+json")
                .body("title", equalTo("Indisponible pour le moment"));
    }

    @Test
    void a_slow_service_is_given_up_and_does_not_hold_up_another() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletionService<Integer> asking = new ExecutorCompletionService<>(threads);
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < 48; i++) {
                statuses.add(asking.submit(() -> askTheSlowOne().statusCode()));
            }
            // The first answer says that as many as the door lets in hang by now.
            assertThat(asking.take().get()).isEqualTo(503);
            given().auth().oauth2(token).get("/api/bookings").then().statusCode(200);
            assertThat(statuses).anyMatch(status -> !status.isDone());
            for (Future<Integer> status : statuses) {
                assertThat(status.get()).isIn(503, 504);
            }
            assertThat(statuses).extracting(Future::resultNow).contains(504);
        }
    }

    /** Over HTTP/1.1 one such client in a thousand took the connection of another's request away. */
    @Test
    void a_client_that_leaves_with_its_answer_costs_nobody_else_theirs() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            CompletionService<String> asking = new ExecutorCompletionService<>(threads);
            int clients = 4_000;
            for (int i = 0; i < clients; i++) {
                asking.submit(this::askAndLeave);
            }
            for (int i = 0; i < clients; i++) {
                assertThat(asking.take().get()).isEqualTo("HTTP/1.1 200 OK");
            }
        }
    }

    private String askAndLeave() throws IOException {
        String request = "GET /api/bookings HTTP/1.1\r\nHost: door\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
                BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            socket.getOutputStream().write(request.getBytes(UTF_8));
            String status = answer.readLine();
            int length = 0;
            for (String header = answer.readLine(); !header.isEmpty(); header = answer.readLine()) {
                if (header.toLowerCase(Locale.ROOT).startsWith("content-length: ")) {
                    length = Integer.parseInt(header.substring("content-length: ".length()));
                }
            }
            assertThat(answer.skip(length)).isEqualTo(length);
            return status;
        }
    }

    /** Who logs in again sends what the app still has; clients of OpenID bring tokens for its own endpoint only. */
    @Test
    void what_is_open_is_open_to_who_carries_a_token_that_is_over() {
        String over = TestToken.of(Role.SENDER).expired().sign();
        given().auth().oauth2(over).get("/.well-known/jwks.json").then().statusCode(200);
        given().auth()
                .oauth2(over)
                .contentType("application/json")
                .body("{}")
                .post("/api/auth/codes")
                .then()
                .statusCode(200);
    }

    @Test
    void what_a_client_of_openid_asks_first_needs_no_token() {
        given().get("/.well-known/openid-configuration").then().statusCode(200);
        given().get("/.well-known/jwks.json").then().statusCode(200);
    }

    @Test
    void a_websocket_passes_both_ways_and_not_without_a_token() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            WebSocket socket = client.newWebSocketBuilder()
                    .buildAsync(live("?access_token=" + token), new Listening(heard))
                    .join();
            socket.sendText("muraho", true).join();
            assertThat(heard.poll(60, SECONDS)).isEqualTo("muraho");
            socket.abort();
            assertThatThrownBy(() -> client.newWebSocketBuilder()
                            .buildAsync(live(""), new Listening(heard))
                            .join())
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
        }
    }

    private static URI live(String query) {
        return URI.create("ws://localhost:" + RestAssured.port + "/api/bookings/1/live" + query);
    }

    private record Listening(BlockingQueue<String> heard) implements WebSocket.Listener {

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            heard.add(text.toString());
            return null;
        }
    }

    private Response askTheSlowOne() {
        return given().auth().oauth2(token).get("/api/tracking/bookings/1/position");
    }

    @Test
    void a_client_cannot_say_where_it_comes_from() {
        given().auth()
                .oauth2(token)
                .header("X-Forwarded-For", "6.6.6.6")
                .get("/api/bookings")
                .then()
                .body("forwardedFor", not(containsString("6.6.6.6")));
    }

    @Test
    void every_answer_carries_the_security_headers() {
        given().get("/")
                .then()
                .statusCode(200)
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @Test
    void a_page_of_another_origin_gets_no_permission() {
        given().header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/api/bookings")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void one_page_documents_every_service() {
        given().get("/docs/").then().statusCode(200).body(containsString("/openapi/compliance-service"));
        given().get("/openapi/booking-service").then().statusCode(200).body("uri", equalTo("/q/openapi?format=json"));
        given().get("/openapi/nobody").then().statusCode(404);
    }

    @Test
    void the_deep_health_names_the_service_that_is_down() {
        // The door asks each service for a few seconds only: the first answers on a busy machine take longer.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given().get("/api/health/deep")
                .then()
                .statusCode(503)
                .body("status", equalTo("DOWN"))
                .body("services.'booking-service'", equalTo("UP"))
                .body("services.'payment-service'", equalTo("DOWN")));
    }
}
