package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
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
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;

/** A sender passes a link on; whoever has it sees where the goods are, and nothing of anybody. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class SharingATripTest {

    @Inject
    Jdbi jdbi;

    private final Journey journey = new Journey(BookingKind.CARGO_DOMESTIC);

    private record Link(UUID linkId, String token) {
        private String path() {
            return "/api/tracking/shared/" + token;
        }
    }

    @BeforeEach
    void a_trip_is_assigned() {
        journey.assign();
    }

    @Test
    void whoever_has_the_link_sees_where_it_is_and_no_id_of_anybody() {
        Link link = share(senderToken(), 24);
        see(link)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("status", equalTo("ASSIGNED"))
                .body("kind", equalTo("CARGO_DOMESTIC"))
                .body("destination.name", equalTo("Nyarugenge"))
                .body("position", nullValue());
        journey.drive(-2.5246, 29.7088);
        journey.booking(BookingChange.PICKED_UP);
        await().until(() -> see(link).extract().path("position") != null
                && "ON_THE_WAY".equals(see(link).extract().path("status")));
        String text = see(link)
                .body("position.latitude", equalTo(-2.5246f))
                .body("position.near.name", equalTo("Huye"))
                .body("position.fresh", equalTo(true))
                .extract()
                .asString();
        for (UUID id : List.of(
                journey.bookingId, journey.vehicle, journey.driver, journey.sender, journey.operator, link.linkId())) {
            assertThat(text).doesNotContain(id.toString());
        }
    }

    @Test
    void the_link_leads_to_the_page_at_the_door() {
        create(senderToken(), "{\"hours\": 2}")
                .statusCode(201)
                .header("Cache-Control", equalTo("no-store"))
                .body("url", containsString("http://localhost:8080/api/tracking/shared/"))
                .body("url", containsString("/page"));
    }

    @Test
    void the_stream_of_a_link_shows_each_position_and_resumes() {
        Link link = share(senderToken(), 1);
        String seen;
        try (EventEar ear = EventEar.on(link.path() + "/stream", null)) {
            journey.drive(-2.5, 29.7);
            EventEar.Event event = ear.awaitEvent("\"latitude\":-2.5");
            assertThat(event.data()).doesNotContain(journey.bookingId.toString(), journey.vehicle.toString());
            seen = event.id();
            journey.drive(-2.4, 29.7);
            ear.awaitEvent("\"latitude\":-2.4");
        }
        try (EventEar ear = EventEar.after(link.path() + "/stream", null, seen)) {
            ear.awaitEvent("\"latitude\":-2.4");
            assertThat(ear.events).hasSize(1);
        }
    }

    @Test
    void a_web_socket_of_a_link_shows_each_position() {
        Link link = share(senderToken(), 1);
        try (HttpClient http = HttpClient.newHttpClient()) {
            Texts texts = new Texts();
            WebSocket socket = http.newWebSocketBuilder()
                    .buildAsync(address(link.path() + "/live"), texts)
                    .join();
            journey.drive(-2.5, 29.7);
            await().until(() -> texts.all.stream().anyMatch(text -> text.contains("\"latitude\":-2.5")));
            assertThat(texts.all).allSatisfy(text -> assertThat(text)
                    .doesNotContain(journey.bookingId.toString(), journey.vehicle.toString()));
            socket.abort();
            http.shutdownNow();
        }
    }

    @Test
    void its_sender_its_operator_and_the_tenants_staff_share_it_and_nobody_else() {
        for (String token : List.of(
                senderToken(),
                TestToken.of(Role.OPERATOR).operator(journey.operator).sign(),
                TestToken.of(Role.DISPATCHER).operator(journey.operator).sign(),
                TestToken.of(Role.DISPATCHER).sign(),
                TestToken.of(Role.TENANT_ADMIN).sign())) {
            Link link = share(token, 1);
            list(token).statusCode(200);
            revoke(token, link.linkId()).statusCode(204);
        }
        for (String token : List.of(
                journey.driverToken(),
                TestToken.of(Role.GOVERNMENT).sign(),
                TestToken.of(Role.AUDITOR).sign())) {
            create(token, "{\"hours\": 1}").statusCode(403);
            list(token).statusCode(403);
            revoke(token, UUID.randomUUID()).statusCode(403);
        }
        for (String token : List.of(
                Journey.token(Role.SENDER, UUID.randomUUID()),
                TestToken.of(Role.SENDER).person(journey.sender).tenant("geo").sign(),
                TestToken.of(Role.TENANT_ADMIN).tenant("geo").sign(),
                TestToken.of(Role.OPERATOR).operator(UUID.randomUUID()).sign(),
                TestToken.of(Role.CUSTOMS_INSPECTOR).sign())) {
            create(token, "{\"hours\": 1}").statusCode(404);
            list(token).statusCode(404);
            revoke(token, UUID.randomUUID()).statusCode(404);
        }
        create(null, "{\"hours\": 1}").statusCode(401);
        list(null).statusCode(401);
        revoke(null, UUID.randomUUID()).statusCode(401);
    }

    @Test
    void a_link_is_for_one_to_72_hours() {
        for (String body : List.of("{\"hours\": 0}", "{\"hours\": 73}", "{}", "{\"hours\": null}")) {
            create(senderToken(), body).statusCode(400);
        }
        share(senderToken(), 72);
    }

    @Test
    void a_trip_has_at_most_ten_open_links() {
        Link first = share(senderToken(), 1);
        for (int i = 2; i <= 10; i++) {
            share(senderToken(), 1);
        }
        create(senderToken(), "{\"hours\": 1}")
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:too-many-links"));
        revoke(senderToken(), first.linkId()).statusCode(204);
        share(senderToken(), 1);
    }

    @Test
    void the_list_says_what_became_of_each_link_and_not_its_secret() {
        Link revoked = share(senderToken(), 1);
        Link opened = share(TestToken.of(Role.DISPATCHER).sign(), 1);
        revoke(senderToken(), revoked.linkId()).statusCode(204);
        see(opened).statusCode(200);
        list(senderToken())
                .statusCode(200)
                .body("$", hasSize(2))
                .body("[0].linkId", equalTo(opened.linkId().toString()))
                .body("[0].state", equalTo("OPEN"))
                .body("[0].own", equalTo(false))
                .body("[1].state", equalTo("REVOKED"))
                .body("[1].own", equalTo(true))
                .body("[1].openedAt", nullValue())
                .body(not(containsString(opened.token())));
    }

    @Test
    void nothing_is_seen_through_a_link_that_is_none() {
        closed("/api/tracking/shared/" + "A".repeat(43));
        closed("/api/tracking/shared/short");
    }

    @Test
    void nothing_is_seen_through_a_link_that_has_expired() {
        Link link = share(senderToken(), 1);
        journey.drive(-2.5, 29.7);
        try (EventEar ear = EventEar.on(link.path() + "/stream", null)) {
            ear.awaitEvent("\"latitude\":-2.5");
            update(
                    "update share_link set made_at = now() - interval '2 hours', expires_at = now() - interval '1 second'"
                            + " where link_id = :id",
                    link.linkId());
            ear.awaitEnd();
        }
        closed(link.path());
    }

    @Test
    void who_follows_through_a_link_is_let_go_when_it_is_revoked_and_revoking_twice_does_no_harm() {
        Link link = share(senderToken(), 1);
        journey.drive(-2.5, 29.7);
        try (EventEar ear = EventEar.on(link.path() + "/stream", null)) {
            ear.awaitEvent("\"latitude\":-2.5");
            revoke(senderToken(), link.linkId()).statusCode(204);
            revoke(senderToken(), link.linkId()).statusCode(204);
            ear.awaitEnd();
        }
        closed(link.path());
    }

    @Test
    void an_hour_after_the_trip_the_link_ends_and_before_that_it_says_that_the_trip_is_over_and_not_where() {
        Link link = share(senderToken(), 24);
        journey.drive(-2.5, 29.7);
        await().until(() -> see(link).extract().path("position") != null);
        journey.booking(BookingChange.DELIVERED);
        await().until(() -> "OVER".equals(see(link).extract().path("status")));
        see(link).body("position", nullValue());
        given().get(link.path() + "/stream").then().statusCode(404);
        refused(link.path());
        create(senderToken(), "{\"hours\": 1}")
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:trip-is-over"));

        update("update trip set ended_at = now() - interval '61 minutes' where booking_id = :id", journey.bookingId);
        closed(link.path());
    }

    @Test
    void a_link_of_another_trip_is_not_revoked_through_this_one() {
        Link link = share(senderToken(), 1);
        Journey other = new Journey(BookingKind.RIDE);
        other.assign();
        given().auth()
                .oauth2(Journey.token(Role.SENDER, other.sender))
                .delete("/api/tracking/bookings/" + other.bookingId + "/links/" + link.linkId())
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:ishemalink:problem:no-such-link"));
        see(link).statusCode(200);
    }

    @Test
    void that_somebody_looked_is_on_record_for_driver_and_sender_once_an_hour_and_named_by_the_link() {
        Link link = share(senderToken(), 1);
        assertThat(countRecords()).isZero();
        see(link).statusCode(200);
        see(link).statusCode(200);
        assertThat(countRecords()).isEqualTo(2);
        update("update share_link set opened_at = now() - interval '2 hours' where link_id = :id", link.linkId());
        see(link).statusCode(200);
        assertThat(countRecords()).isEqualTo(4);
    }

    @Test
    void the_secret_is_kept_nowhere() {
        Link link = share(senderToken(), 1);
        see(link).statusCode(200);
        try (EventEar ear = EventEar.on(link.path() + "/stream", null)) {
            assertThat(ear.status).isEqualTo(200);
        }
        refused(link.path() + "x");
        long rows = jdbi.withHandle(sql -> sql.createQuery(
                        "select count(*) from share_link where share_link::text like '%' || :token || '%'")
                .bind("token", link.token())
                .mapTo(Long.class)
                .one());
        assertThat(rows).isZero();
        given().get("/q/metrics").then().statusCode(200).body(not(containsString(link.token())));
    }

    /** Every door behind the address is shut in the same way. */
    private static void closed(String path) {
        given().get(path).then().statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-such-link"));
        given().accept("text/event-stream, application/problem+json")
                .get(path + "/stream")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:ishemalink:problem:no-such-link"));
        given().accept("text/html").get(path + "/page").then().statusCode(404).contentType("text/html");
        refused(path);
    }

    private static void refused(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThatThrownBy(() -> http.newWebSocketBuilder()
                            .buildAsync(address(path + "/live"), new Texts())
                            .join())
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            e -> assertThat(e.getResponse().statusCode()).isEqualTo(404));
            http.shutdownNow();
        }
    }

    private static URI address(String path) {
        return URI.create("ws://localhost:" + RestAssured.port + path);
    }

    private String senderToken() {
        return Journey.token(Role.SENDER, journey.sender);
    }

    private Link share(String token, int hours) {
        var made = create(token, "{\"hours\": " + hours + "}").statusCode(201).extract();
        return new Link(UUID.fromString(made.path("linkId")), made.path("token"));
    }

    private ValidatableResponse create(@Nullable String token, String body) {
        return by(token)
                .contentType("application/json")
                .body(body)
                .post(links())
                .then();
    }

    private ValidatableResponse list(@Nullable String token) {
        return by(token).get(links()).then();
    }

    private ValidatableResponse revoke(@Nullable String token, UUID linkId) {
        return by(token).delete(links() + "/" + linkId).then();
    }

    private String links() {
        return "/api/tracking/bookings/" + journey.bookingId + "/links";
    }

    private static io.restassured.specification.RequestSpecification by(@Nullable String token) {
        return token == null ? given() : given().auth().oauth2(token);
    }

    private static ValidatableResponse see(Link link) {
        return given().get(link.path()).then();
    }

    private long countRecords() {
        return jdbi.withHandle(sql -> sql.createQuery(
                        "select count(*) from outbox where topic = 'access.records' and key in (:driver, :sender)")
                .bind("driver", journey.driver)
                .bind("sender", journey.sender)
                .mapTo(Long.class)
                .one());
    }

    private void update(String statement, UUID id) {
        int rows = jdbi.withHandle(
                sql -> sql.createUpdate(statement).bind("id", id).execute());
        assertThat(rows).isEqualTo(1);
    }

    /** Remembers what comes. */
    private static final class Texts implements WebSocket.Listener {

        private final List<String> all = new CopyOnWriteArrayList<>();
        private final StringBuilder begun = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            begun.append(data);
            if (last) {
                all.add(begun.toString());
                begun.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
