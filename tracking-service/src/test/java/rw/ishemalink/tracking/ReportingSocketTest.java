package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.schemas.tracking.TrackingPosition;

/** Positions over one connection that stays. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ReportingSocketTest {

    private static final int POLICY_VIOLATION = 1008;

    private final Journey journey = new Journey(BookingKind.RIDE);
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void a_driver_is_known() {
        journey.fleet(DriverStatus.ACTIVE);
        journey.awaitDriver();
    }

    @AfterEach
    void hangUp() {
        http.shutdownNow();
    }

    @Test
    void each_message_is_answered_in_its_turn_once_its_fixes_are_safe() {
        SocketEar ear = new SocketEar();
        WebSocket socket = open("?access_token=" + journey.driverToken(), ear);
        int messages = 50;
        for (int i = 0; i < messages; i++) {
            socket.sendText(fix(-1.9 - i / 1_000.0), true).join();
        }
        await().until(() -> ear.texts().size() == messages);
        for (int i = 0; i < messages; i++) {
            assertThat(ear.texts().get(i)).isEqualTo("{\"seq\":%d,\"accepted\":1,\"rejected\":[]}".formatted(i + 1));
        }
        try (EventTap tap = EventTap.on(Topics.TRACKING_POSITIONS)) {
            await().until(() ->
                    tap.listFor(journey.vehicle, TrackingPosition.class).size() == messages);
        }
    }

    @Test
    void of_an_array_each_refused_fix_is_named_and_what_cannot_be_read_does_not_end_the_connection() {
        SocketEar ear = new SocketEar();
        WebSocket socket = open("?access_token=" + journey.driverToken(), ear);
        socket.sendText("[" + fix(-1.9) + "," + fix(95) + "]", true).join();
        socket.sendText("north", true).join();
        socket.sendText(fix(95), true).join();
        await().until(() -> ear.texts().size() == 3);
        assertThat(ear.texts())
                .containsExactly(
                        "{\"seq\":1,\"accepted\":1,\"rejected\":[{\"index\":1,\"reason\":\"OUT_OF_WORLD\"}]}",
                        "{\"seq\":2,\"problem\":\"unreadable-input\"}",
                        "{\"seq\":3,\"accepted\":0,\"rejected\":[{\"index\":0,\"reason\":\"OUT_OF_WORLD\"}]}");
    }

    @Test
    void five_hundred_fixes_are_one_message() {
        SocketEar ear = new SocketEar();
        WebSocket socket = open("?access_token=" + journey.driverToken(), ear);
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(fix(-1.9 - i / 10_000.0));
        }
        socket.sendText("[" + String.join(",", many) + "]", true).join();
        await().until(() -> !ear.texts().isEmpty());
        assertThat(ear.texts().getFirst()).contains("\"accepted\":500");
    }

    @Test
    void a_device_reports_with_its_key_until_it_is_revoked() {
        Map<String, String> device = given().auth()
                .oauth2(journey.driverToken())
                .contentType("application/json")
                .body(Map.of("name", "box"))
                .post("/api/tracking/devices")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getMap("");
        SocketEar ear = new SocketEar();
        WebSocket socket = open("?device=" + device.get("key"), ear);
        socket.sendText(fix(-1.9), true).join();
        await().until(() -> ear.texts().size() == 1);
        given().auth()
                .oauth2(journey.driverToken())
                .delete("/api/tracking/devices/" + device.get("deviceId"))
                .then()
                .statusCode(204);
        socket.sendText(fix(-1.9), true).join();
        await().until(() -> ear.closedWith() != null);
        assertThat(ear.closedWith()).isEqualTo(POLICY_VIOLATION);
        assertThat(ear.texts()).hasSize(1);
        refused("?device=" + device.get("key"), 401);
    }

    @Test
    void who_may_not_report_is_not_let_in() {
        refused("", 401);
        refused("?access_token=nonsense", 401);
        refused("?access_token=" + TestToken.of(Role.DRIVER).expired().sign(), 401);
        refused("?access_token=" + Journey.token(Role.SENDER, journey.driver), 403);
        refused("?access_token=" + Journey.token(Role.DRIVER, UUID.randomUUID()), 403);
        String elsewhere =
                TestToken.of(Role.DRIVER).person(journey.driver).tenant("geo").sign();
        refused("?access_token=" + elsewhere, 403);
        refused("?device=7ZZZZZZZZZZZZZZZZZZZZZZZZZ", 401);
    }

    private static String fix(double latitude) {
        return "{\"latitude\": %s, \"longitude\": 30.06, \"recordedAt\": \"%s\"}".formatted(latitude, Instant.now());
    }

    private WebSocket open(String query, SocketEar ear) {
        return http.newWebSocketBuilder().buildAsync(address(query), ear).join();
    }

    private void refused(String query, int status) {
        assertThatThrownBy(() -> open(query, new SocketEar()))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
    }

    private static URI address(String query) {
        return URI.create("ws://localhost:" + RestAssured.port + "/api/tracking/positions/socket" + query);
    }
}
