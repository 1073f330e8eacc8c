package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.tracking.TrackingChange;
import rw.ishemalink.schemas.tracking.TrackingEvent;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class WatchingATripTest {

    private static final String ARRIVALS = "/api/tracking/border-arrivals";

    @Inject
    Jdbi jdbi;

    private final Journey journey = new Journey(BookingKind.CARGO_INTERNATIONAL);
    private final Instant begin = Instant.now().minus(Duration.ofHours(7));
    private Instant road = begin.plus(Duration.ofMinutes(10));

    @BeforeEach
    void an_export_was_assigned_this_morning() {
        journey.assign(begin);
        journey.booking(BookingChange.PICKED_UP, begin.plus(Duration.ofMinutes(5)));
    }

    @Test
    void the_coffee_starts_crosses_at_gatuna_and_arrives_each_told_once_and_in_order() {
        try (EventTap tap = EventTap.on(Topics.TRACKING_EVENTS)) {
            start(tap);
            queueAtGatuna();
            awaitChange(tap, TrackingChange.BORDER_ARRIVAL_PROPOSED);
            road = road.plus(Duration.ofHours(1));
            journey.drive(-1.2, 30.1, road);
            awaitChange(tap, TrackingChange.GEOFENCE_LEFT);
            journey.booking(BookingChange.DELIVERED);
            awaitChange(tap, TrackingChange.TRIP_ENDED);

            List<TrackingEvent> events = tap.listFor(journey.bookingId, TrackingEvent.class);
            assertThat(events)
                    .filteredOn(WatchingATripTest::isMilestone)
                    .extracting(TrackingEvent::getChange, TrackingEvent::getGeofence)
                    .containsExactly(
                            tuple(TrackingChange.TRIP_STARTED, null),
                            tuple(TrackingChange.GEOFENCE_ENTERED, "border:Gatuna"),
                            tuple(TrackingChange.GEOFENCE_LEFT, "border:Gatuna"),
                            tuple(TrackingChange.TRIP_ENDED, null));
            assertThat(events)
                    .extracting(event -> event.getMetadata().getSequence())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, events.size()).boxed().toList());
        }
    }

    @Test
    void a_trip_that_no_position_was_seen_of_shows_no_end() {
        journey.booking(BookingChange.DELIVERED);
        // A trip that ends later and is told of: by then the other's end has been dealt with.
        Journey next = new Journey(BookingKind.CARGO_INTERNATIONAL);
        next.assign(begin);
        next.booking(BookingChange.PICKED_UP, begin.plus(Duration.ofMinutes(5)));
        try (EventTap tap = EventTap.on(Topics.TRACKING_EVENTS)) {
            await().until(() -> {
                driveOn(next);
                return tap.countFor(next.bookingId) > 0;
            });
            assertThat(tap.listFor(journey.bookingId, TrackingEvent.class))
                    .extracting(TrackingEvent::getChange)
                    .doesNotContain(TrackingChange.TRIP_STARTED, TrackingChange.TRIP_ENDED);
        }
    }

    @Test
    void what_was_shown_can_be_read_by_those_who_may_see_the_trip() {
        try (EventTap tap = EventTap.on(Topics.TRACKING_EVENTS)) {
            start(tap);
        }
        String sender = Journey.token(Role.SENDER, journey.sender);
        await().until(() -> events(sender)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("change")
                .contains("TRIP_STARTED"));
        events(sender)
                .body("[0].sequence", equalTo(1))
                .body("find { it.change == 'TRIP_STARTED' }.late", equalTo(false))
                .body("find { it.change == 'TRIP_STARTED' }.vehicleId", equalTo(journey.vehicle.toString()));

        events(journey.driverToken()).statusCode(200);
        events(TestToken.of(Role.OPERATOR).operator(journey.operator).sign()).statusCode(200);
        events(TestToken.of(Role.CUSTOMS_INSPECTOR).sign()).statusCode(200);
        events(TestToken.of(Role.OPERATOR).operator(UUID.randomUUID()).sign()).statusCode(404);
        events(TestToken.of(Role.SENDER).sign())
                .statusCode(404)
                .body("type", equalTo("urn:ishemalink:problem:no-such-trip"));
        events(TestToken.of(Role.DISPATCHER).tenant("geo").sign()).statusCode(404);
        given().get(eventsPath()).then().statusCode(401);
    }

    @Test
    void an_arrival_is_proposed_to_the_inspector_until_the_inspector_says_so() {
        try (EventTap tap = EventTap.on(Topics.TRACKING_EVENTS)) {
            start(tap);
        }
        queueAtGatuna();
        String inspector = TestToken.of(Role.CUSTOMS_INSPECTOR).sign();
        await().until(() -> isProposed(inspector, "?post=Gatuna"));
        assertThat(isProposed(inspector, "")).isTrue();
        assertThat(isProposed(inspector, "?post=Rusumo")).isFalse();
        assertThat(isProposed(TestToken.of(Role.GOVERNMENT).agency("RRA").sign(), ""))
                .isTrue();
        assertThat(isProposed(TestToken.of(Role.TENANT_ADMIN).sign(), "")).isTrue();
        assertThat(isProposed(TestToken.of(Role.DISPATCHER).sign(), "")).isTrue();
        assertThat(isProposed(TestToken.of(Role.CUSTOMS_INSPECTOR).tenant("geo").sign(), ""))
                .isFalse();
        assertThat(count("at_border_at is null")).isOne();

        journey.booking(BookingChange.ARRIVED_AT_BORDER);
        await().until(() -> !isProposed(inspector, ""));
    }

    @Test
    void proposals_are_not_for_everybody() {
        given().get(ARRIVALS).then().statusCode(401);
        arrivals(TestToken.of(Role.SENDER).sign(), "").statusCode(403);
        arrivals(journey.driverToken(), "").statusCode(403);
        arrivals(TestToken.of(Role.OPERATOR).operator(journey.operator).sign(), "")
                .statusCode(403);
        arrivals(TestToken.of(Role.DISPATCHER).operator(journey.operator).sign(), "")
                .statusCode(403)
                .body("type", equalTo("urn:ishemalink:problem:not-the-whole-tenant"));
    }

    /** The phone goes on until the trip is known to have started: the watch may hear of the trip after the first fixes. */
    private void start(EventTap tap) {
        await().until(() -> {
            driveOn(journey);
            return tap.listFor(journey.bookingId, TrackingEvent.class).stream()
                    .anyMatch(event -> event.getChange() == TrackingChange.TRIP_STARTED);
        });
    }

    private static boolean isMilestone(TrackingEvent event) {
        return switch (event.getChange()) {
            case TRIP_STARTED, TRIP_ENDED -> true;
            case GEOFENCE_ENTERED, GEOFENCE_LEFT -> "border:Gatuna".equals(event.getGeofence());
            default -> false;
        };
    }

    private void driveOn(Journey other) {
        road = road.plusSeconds(5);
        double latitude = -2.52 + Duration.between(begin, road).toSeconds() / 10_000.0;
        other.drive(latitude, 29.71, road);
    }

    private void queueAtGatuna() {
        road = road.plus(Duration.ofHours(3));
        journey.drive(-1.4235, 30.0115, road);
        journey.drive(-1.4235, 30.0115, road.plusSeconds(60));
    }

    private void awaitChange(EventTap tap, TrackingChange change) {
        tap.awaitOne(TrackingEvent.class, e -> e.getBookingId().equals(journey.bookingId) && e.getChange() == change);
    }

    private boolean isProposed(String token, String query) {
        return arrivals(token, query)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("bookingId")
                .contains(journey.bookingId.toString());
    }

    private ValidatableResponse arrivals(String token, String query) {
        return given().auth().oauth2(token).get(ARRIVALS + query).then();
    }

    private ValidatableResponse events(String token) {
        return given().auth().oauth2(token).get(eventsPath()).then();
    }

    private String eventsPath() {
        return "/api/tracking/bookings/" + journey.bookingId + "/events";
    }

    private long count(String condition) {
        return jdbi.<Long, RuntimeException>withHandle(
                sql -> sql.createQuery("select count(*) from trip where booking_id = :id and " + condition)
                        .bind("id", journey.bookingId)
                        .mapTo(Long.class)
                        .one());
    }
}
