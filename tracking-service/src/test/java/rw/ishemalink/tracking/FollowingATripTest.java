package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.fleet.DriverStatus;
import rw.ishemalink.tracking.live.LivePositions;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class FollowingATripTest {

    @Inject
    LivePositions positions;

    private final Journey journey = new Journey(BookingKind.CARGO_INTERNATIONAL);
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void hangUp() {
        http.shutdownNow();
    }

    @BeforeEach
    void an_export_is_assigned() {
        journey.assign();
    }

    @Test
    void a_fix_that_was_posted_is_on_the_senders_web_socket() {
        SocketEar ear = follow(journey.bookingId, Journey.token(Role.SENDER, journey.sender));
        journey.drive(-2.5, 29.7);
        ear.awaitText("\"latitude\":-2.5");
        journey.drive(-2.4, 29.7);
        ear.awaitText("\"latitude\":-2.4");
        assertThat(ear.texts()).allSatisfy(text -> assertThat(text).contains(journey.bookingId.toString()));
    }

    @Test
    void who_connects_later_is_shown_the_last_position_first() {
        journey.drive(-2.3, 29.7);
        awaitPosition();
        SocketEar ear = follow(journey.bookingId, Journey.token(Role.DRIVER, journey.driver));
        ear.awaitText("\"latitude\":-2.3");
    }

    @Test
    void a_browser_may_send_the_token_in_the_address() {
        SocketEar ear = new SocketEar();
        String query = "/live?access_token=" + Journey.token(Role.SENDER, journey.sender);
        WebSocket socket = http.newWebSocketBuilder()
                .buildAsync(address(journey.bookingId + query), ear)
                .join();
        journey.drive(-2.2, 29.7);
        ear.awaitText("\"latitude\":-2.2");
        socket.abort();
    }

    @Test
    void the_web_socket_closes_when_the_trip_is_over_and_nothing_is_shown_any_more() {
        SocketEar ear = follow(journey.bookingId, Journey.token(Role.SENDER, journey.sender));
        journey.drive(-2.5, 29.7);
        ear.awaitText("\"latitude\":-2.5");
        journey.booking(BookingChange.DELIVERED);
        await().until(() -> ear.closedWith() != null && ear.closedWith() == WebSocket.NORMAL_CLOSURE);
        get(Journey.token(Role.SENDER, journey.sender)).statusCode(404);
        refused(journey.bookingId.toString(), Journey.token(Role.SENDER, journey.sender), 404);
    }

    @Test
    void a_web_socket_that_comes_again_is_shown_what_it_missed() {
        SocketEar ear = follow(journey.bookingId, Journey.token(Role.SENDER, journey.sender));
        journey.drive(-2.5, 29.7);
        ear.awaitText("\"latitude\":-2.5");
        String seen = ear.texts().getLast().replaceAll(".*\"id\":\"(\\d+)\".*", "$1");
        journey.drive(-2.41, 29.7);
        ear.awaitText("\"latitude\":-2.41");
        journey.drive(-2.42, 29.7);
        ear.awaitText("\"latitude\":-2.42");

        SocketEar again =
                follow(journey.bookingId, "/live?lastEventId=" + seen, Journey.token(Role.SENDER, journey.sender));
        again.awaitText("\"latitude\":-2.42");
        assertThat(again.texts()).hasSize(2).first().asString().contains("\"latitude\":-2.41");
        refused(journey.bookingId.toString(), "/live?lastEventId=x", Journey.token(Role.SENDER, journey.sender), 400);
    }

    @Test
    void a_web_socket_without_a_valid_token_is_401() {
        refused(journey.bookingId.toString(), null, 401);
        refused(
                journey.bookingId.toString(),
                TestToken.of(Role.SENDER).person(journey.sender).expired().sign(),
                401);
    }

    @Test
    void a_web_socket_of_somebody_elses_or_no_booking_is_404() {
        refused(journey.bookingId.toString(), Journey.token(Role.SENDER, UUID.randomUUID()), 404);
        refused(UUID.randomUUID().toString(), Journey.token(Role.SENDER, journey.sender), 404);
        refused("not-a-booking", Journey.token(Role.SENDER, journey.sender), 404);
        refused(
                journey.bookingId.toString(),
                TestToken.of(Role.SENDER).person(journey.sender).tenant("geo").sign(),
                404);
    }

    @Test
    void the_last_position_says_whether_it_is_fresh() {
        journey.drive(-2.5, 29.7);
        awaitPosition();
        get(Journey.token(Role.SENDER, journey.sender))
                .statusCode(200)
                .body("latitude", equalTo(-2.5f))
                .body("vehicleId", equalTo(journey.vehicle.toString()))
                .body("fresh", equalTo(true));
    }

    @Test
    void a_position_from_before_the_assignment_is_not_shown() {
        Journey later = new Journey(BookingKind.CARGO_DOMESTIC);
        later.fleet(DriverStatus.ACTIVE);
        later.awaitDriver();
        Journey.post(later.driverToken(), Journey.fix(-1.9, 30.0, Instant.now().minusSeconds(90)))
                .statusCode(202);
        later.booking(BookingChange.ASSIGNED);
        later.awaitTrip();
        await().until(() -> positions.find(later.vehicle).isPresent());
        get(later, Journey.token(Role.SENDER, later.sender))
                .statusCode(404)
                .body("type", equalTo("urn:ishemalink:problem:no-position-yet"));
    }

    @Test
    void the_operator_and_staff_see_it_and_a_stranger_is_told_that_there_is_no_trip() {
        journey.drive(-2.5, 29.7);
        awaitPosition();
        get(TestToken.of(Role.OPERATOR).operator(journey.operator).sign()).statusCode(200);
        get(TestToken.of(Role.CUSTOMS_INSPECTOR).sign()).statusCode(200);
        get(TestToken.of(Role.DISPATCHER).sign()).statusCode(200);
        get(TestToken.of(Role.OPERATOR).operator(UUID.randomUUID()).sign()).statusCode(404);
        get(TestToken.of(Role.SENDER).sign()).statusCode(404);
        get(TestToken.of(Role.DISPATCHER).tenant("geo").sign())
                .statusCode(404)
                .body("type", equalTo("urn:ishemalink:problem:no-such-trip"));
        given().get(journey.positionPath()).then().statusCode(401);
    }

    private void awaitPosition() {
        await().until(() ->
                get(Journey.token(Role.SENDER, journey.sender)).extract().statusCode() == 200);
    }

    private ValidatableResponse get(String token) {
        return get(journey, token);
    }

    private static ValidatableResponse get(Journey journey, String token) {
        return given().auth().oauth2(token).get(journey.positionPath()).then();
    }

    private SocketEar follow(UUID bookingId, String token) {
        return follow(bookingId, "/live", token);
    }

    private SocketEar follow(UUID bookingId, String rest, String token) {
        SocketEar ear = new SocketEar();
        http.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(address(bookingId + rest), ear)
                .join();
        return ear;
    }

    private void refused(String bookingId, @Nullable String token, int status) {
        refused(bookingId, "/live", token, status);
    }

    private void refused(String bookingId, String rest, @Nullable String token, int status) {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        assertThatThrownBy(() -> builder.buildAsync(address(bookingId + rest), new SocketEar())
                        .join())
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        e -> assertThat(e.getResponse().statusCode()).isEqualTo(status));
    }

    private URI address(String rest) {
        return URI.create("ws://localhost:" + RestAssured.port + "/api/tracking/bookings/" + rest);
    }
}
