package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static rw.ishemalink.kit.testing.Patience.await;

import io.jenetics.jpx.GPX;
import io.jenetics.jpx.WayPoint;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.privacy.PrivacyWish;

/** The coffee's way to Gatuna, seen afterwards. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class TrackOfATripTest {

    private static final int FIXES = 61;

    @Inject
    Jdbi jdbi;

    private final Journey journey = new Journey(BookingKind.CARGO_INTERNATIONAL);
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @BeforeEach
    void a_truck_drove_north_for_ten_minutes_and_sent_it_all_late_twice_and_in_no_order() {
        journey.assign();
        assignedAt(start.minusSeconds(700));
        List<Map<String, Object>> fixes = new ArrayList<>();
        for (int i = 0; i < FIXES; i++) {
            fixes.add(Journey.fix(-2.5 + i * 0.0015, 29.7, start.minusSeconds(600 - 10L * i)));
        }
        Journey.post(journey.driverToken(), fixes.reversed()).statusCode(202);
        Journey.post(journey.driverToken(), fixes.subList(20, 40)).statusCode(202);
        awaitTrack(FIXES);
    }

    @Test
    void the_sender_sees_the_line_with_distance_and_speed_each_fix_once_and_in_order() {
        track(sender())
                .statusCode(200)
                .contentType("application/geo+json")
                .body("type", equalTo("Feature"))
                .body("geometry.type", equalTo("LineString"))
                .body("geometry.coordinates.size()", equalTo(FIXES))
                .body("geometry.coordinates[0]", equalTo(List.of(29.7f, -2.5f)))
                .body("properties.bookingId", equalTo(journey.bookingId.toString()))
                .body("properties.fixes", equalTo(FIXES))
                .body("properties.distanceMetres", equalTo(10_008))
                .body("properties.movingSeconds", equalTo(600))
                .body("properties.meanSpeedKmh", equalTo(60.0f))
                .body("properties.times[0]", equalTo(start.minusSeconds(600).toString()))
                .body("properties.driverId", equalTo(null));
    }

    @Test
    void a_line_is_simplified_and_its_figures_are_not() {
        given().auth()
                .oauth2(sender())
                .get(path("/track?simplify=20"))
                .then()
                .statusCode(200)
                .body("geometry.coordinates.size()", equalTo(2))
                .body("properties.fixes", equalTo(FIXES))
                .body("properties.distanceMetres", equalTo(10_008));
        given().auth().oauth2(sender()).get(path("/track?simplify=-1")).then().statusCode(400);
    }

    @Test
    void a_hand_held_receiver_gets_gpx_by_accept_or_by_name() throws IOException {
        for (var request : List.of(
                given().accept("application/gpx+xml").queryParam("simplify", 0), given().queryParam("format", "gpx"))) {
            byte[] gpx = request.auth()
                    .oauth2(sender())
                    .get(path("/track"))
                    .then()
                    .statusCode(200)
                    .contentType("application/gpx+xml")
                    .extract()
                    .asByteArray();
            List<WayPoint> points = GPX.Reader.DEFAULT.read(new ByteArrayInputStream(gpx)).getTracks().stream()
                    .flatMap(track -> track.segments())
                    .flatMap(segment -> segment.points())
                    .toList();
            assertThat(points).hasSize(FIXES);
            assertThat(points.getLast().getTime()).contains(start);
            assertThat(points.getLast().getLatitude().doubleValue()).isEqualTo(-2.41);
        }
        given().auth().oauth2(sender()).get(path("/track?format=kml")).then().statusCode(400);
    }

    @Test
    void what_was_driven_before_the_trip_or_after_it_is_not_shown() {
        Journey.post(
                        journey.driverToken(),
                        List.of(
                                Journey.fix(-2.6, 29.7, start.minusSeconds(800)),
                                Journey.fix(-2.7, 29.7, start.minusSeconds(50_000))))
                .statusCode(202);
        journey.booking(BookingChange.DELIVERED);
        await().until(() -> is("ended_at is not null"));
        journey.drive(-1, 29.7);
        await().until(() -> isKept("s.from_at < t.assigned_at") && isKept("s.to_at > t.ended_at"));
        track(sender()).statusCode(200).body("properties.fixes", equalTo(FIXES));
    }

    @Test
    void a_pick_up_and_a_delivery_that_a_phone_recorded_without_network_count_from_when_they_were_recorded() {
        journey.recorded(BookingChange.PICKED_UP, start.minusSeconds(500));
        journey.recorded(BookingChange.DELIVERED, start.minusSeconds(100));
        awaitTrack(40);
        track(sender())
                .body("properties.from", equalTo(start.minusSeconds(500).toString()))
                .body("properties.until", equalTo(start.minusSeconds(110).toString()));
    }

    @Test
    void a_phone_whose_clock_is_behind_picks_up_at_the_assignment_at_the_earliest() {
        Journey.post(journey.driverToken(), Journey.fix(-2.6, 29.7, start.minusSeconds(800)))
                .statusCode(202);
        await().until(() -> isKept("s.from_at < t.assigned_at"));
        journey.recorded(BookingChange.PICKED_UP, start.minusSeconds(5_000));
        await().until(() -> is("picked_up_at = assigned_at"));
        track(sender()).body("properties.fixes", equalTo(FIXES));
    }

    @Test
    void a_replay_shows_all_of_it_and_goes_on_behind_the_last_event_that_was_seen() throws Exception {
        List<String> whole = replay("?speed=3600", null);
        assertThat(whole.stream().filter(line -> line.startsWith("data:{\"bookingId\"")))
                .hasSize(FIXES);
        assertThat(whole).contains("event:end");
        List<String> rest = replay("?speed=3600", start.minusSeconds(10).toString());
        assertThat(rest.stream().filter(line -> line.startsWith("data:{\"bookingId\"")))
                .hasSize(1);
        given().auth().oauth2(sender()).get(path("/replay?speed=0")).then().statusCode(400);
        given().auth()
                .oauth2(sender())
                .header("Last-Event-ID", "yesterday")
                .get(path("/replay"))
                .then()
                .statusCode(400);
    }

    @Test
    void a_replay_goes_on_behind_a_silence_of_many_hours() throws Exception {
        assignedAt(start.minusSeconds(90_000));
        Journey.post(journey.driverToken(), Journey.fix(-2.6, 29.7, start.minusSeconds(80_000)))
                .statusCode(202);
        awaitTrack(FIXES + 1);
        assertThat(replay("?speed=3600", null).stream().filter(line -> line.startsWith("data:{\"bookingId\"")))
                .hasSize(FIXES + 1);
    }

    @Test
    void those_who_may_follow_the_trip_see_its_track_and_nobody_else_learns_of_it() {
        for (String what : List.of("/track", "/replay?speed=3600")) {
            for (String token : List.of(
                    journey.driverToken(),
                    TestToken.of(Role.OPERATOR).operator(journey.operator).sign(),
                    TestToken.of(Role.CUSTOMS_INSPECTOR).sign(),
                    TestToken.of(Role.TENANT_ADMIN).sign())) {
                given().auth().oauth2(token).get(path(what)).then().statusCode(200);
            }
            for (String token : List.of(
                    TestToken.of(Role.SENDER).sign(),
                    TestToken.of(Role.DRIVER).sign(),
                    TestToken.of(Role.OPERATOR).operator(UUID.randomUUID()).sign(),
                    TestToken.of(Role.TENANT_ADMIN).tenant("geo").sign())) {
                given().auth()
                        .oauth2(token)
                        .get(path(what))
                        .then()
                        .statusCode(404)
                        .body("type", equalTo("urn:ishemalink:problem:no-such-trip"));
            }
            given().get(path(what)).then().statusCode(401);
        }
    }

    @Test
    void a_dispatchers_look_is_on_record_before_it_is_answered_and_the_senders_own_is_not() {
        track(sender()).statusCode(200);
        assertThat(records()).isZero();
        track(TestToken.of(Role.DISPATCHER).sign()).statusCode(200);
        assertThat(records()).isEqualTo(1);
        given().auth()
                .oauth2(TestToken.of(Role.DISPATCHER).sign())
                .get(path("/replay?speed=3600"))
                .then()
                .statusCode(200);
        assertThat(records()).isEqualTo(2);
    }

    @Test
    void a_trip_whose_places_have_ended_has_no_track_any_more() {
        jdbi.useHandle(sql -> sql.execute("update trip set coarse = true where booking_id = ?", journey.bookingId));
        for (String what : List.of("/track", "/replay")) {
            given().auth()
                    .oauth2(sender())
                    .get(path(what))
                    .then()
                    .statusCode(404)
                    .body("type", equalTo("urn:ishemalink:problem:no-track"));
        }
    }

    @Test
    void a_driver_gets_a_copy_of_every_fix_and_when_forgotten_none_is_left() {
        PrivacyTrial copy = new PrivacyTrial(jdbi, "tracking-service", journey.driver);
        assertThat(copy.ask(PrivacyWish.EXPORT).getRecords()).isGreaterThan(1);
        copy.part(journey.driver)
                .statusCode(200)
                .body("sets.find { it.set == 'tracks' }.rows.collectMany { it.fixes }.size()", equalTo(FIXES))
                .body("sets.find { it.set == 'tracks' }.rows[0].fixes[0].latitude", greaterThan(-2.6f));

        journey.booking(BookingChange.DELIVERED);
        await().until(() -> is("ended_at is not null"));
        PrivacyTrial wish = new PrivacyTrial(jdbi, "tracking-service", journey.driver);
        assertThat(wish.ask(PrivacyWish.ERASE).getPostponedBecause()).isNull();
        assertThat(segmentFixes()).isZero();
        track(sender()).statusCode(404);
    }

    private ValidatableResponse track(String token) {
        return given().auth().oauth2(token).get(path("/track")).then();
    }

    private String path(String rest) {
        return "/api/tracking/bookings/" + journey.bookingId + rest;
    }

    private String sender() {
        return Journey.token(Role.SENDER, journey.sender);
    }

    private void assignedAt(Instant time) {
        jdbi.useHandle(sql -> sql.createUpdate("update trip set assigned_at = :time where booking_id = :id")
                .bind("time", time)
                .bind("id", journey.bookingId)
                .execute());
    }

    private void awaitTrack(int fixes) {
        await().until(() -> {
            ValidatableResponse answer = track(sender());
            return answer.extract().statusCode() == 200 && answer.extract().<Integer>path("properties.fixes") == fixes;
        });
    }

    private List<String> replay(String query, @Nullable String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + path("/replay" + query)))
                .header("Authorization", "Bearer " + sender());
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofString())
                    .body()
                    .lines()
                    .toList();
        }
    }

    private boolean is(String what) {
        return jdbi.withHandle(sql -> sql.createQuery("select " + what + " from trip where booking_id = :id")
                .bind("id", journey.bookingId)
                .mapTo(Boolean.class)
                .one());
    }

    private boolean isKept(String what) {
        return jdbi.withHandle(sql -> sql.createQuery("select exists (select from track_segment s, trip t where " + what
                        + " and s.driver_id = t.driver_id and t.booking_id = :id)")
                .bind("id", journey.bookingId)
                .mapTo(Boolean.class)
                .one());
    }

    private int segmentFixes() {
        return jdbi.withHandle(
                sql -> sql.createQuery("select coalesce(sum(fixes), 0) from track_segment where driver_id = :id")
                        .bind("id", journey.driver)
                        .mapTo(Integer.class)
                        .one());
    }

    private long records() {
        return jdbi.withHandle(
                sql -> sql.createQuery("select count(*) from outbox where topic = 'access.records' and key = :id")
                        .bind("id", journey.driver)
                        .mapTo(Long.class)
                        .one());
    }
}
