package rw.ishemalink.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;

/** A trip as a stream of events: what comes, what was missed, and when it ends. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class StreamingATripTest {

    private final Journey journey = new Journey(BookingKind.CARGO_INTERNATIONAL);
    private final String path = "/api/tracking/bookings/" + journey.bookingId + "/stream";

    @BeforeEach
    void an_export_is_assigned() {
        journey.assign();
    }

    @Test
    void the_last_position_comes_first_then_each_as_it_comes() {
        journey.drive(-2.5, 29.7);
        try (EventEar ear = EventEar.on(path, senderToken())) {
            assertThat(ear.answer.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(ear.answer.headers().firstValue("Cache-Control")).hasValue("no-store");
            ear.awaitEvent("\"latitude\":-2.5");
            journey.drive(-2.4, 29.7);
            ear.awaitEvent("\"latitude\":-2.4");
            assertThat(ear.events).extracting(EventEar.Event::id).isSorted().doesNotHaveDuplicates();
            assertThat(ear.events).allSatisfy(event -> assertThat(event.data())
                    .contains(journey.bookingId.toString())
                    .contains("\"id\":\"" + event.id() + "\""));
        }
    }

    @Test
    void who_resumes_is_shown_exactly_what_was_missed_and_then_what_comes() {
        String seen;
        try (EventEar ear = EventEar.on(path, senderToken())) {
            journey.drive(-2.5, 29.7);
            seen = ear.awaitEvent("\"latitude\":-2.5").id();
        }
        try (EventEar elsewhere = EventEar.on(path, senderToken())) {
            for (String latitude : new String[] {"-2.41", "-2.42", "-2.43"}) {
                journey.drive(Double.parseDouble(latitude), 29.7);
                elsewhere.awaitEvent("\"latitude\":" + latitude);
            }
        }
        try (EventEar ear = EventEar.after(path, senderToken(), seen)) {
            ear.awaitEvent("\"latitude\":-2.43");
            journey.drive(-2.44, 29.7);
            ear.awaitEvent("\"latitude\":-2.44");
            assertThat(ear.events)
                    .extracting(event -> event.data().replaceAll(".*\"latitude\":(-[\\d.]+).*", "$1"))
                    .containsExactly("-2.41", "-2.42", "-2.43", "-2.44");
        }
    }

    @Test
    void an_id_may_stand_in_the_address_and_one_that_is_none_is_400() {
        journey.drive(-2.5, 29.7);
        String seen;
        try (EventEar ear = EventEar.on(path, senderToken())) {
            seen = ear.awaitEvent("\"latitude\":-2.5").id();
        }
        try (EventEar ear = EventEar.on(path + "?lastEventId=" + seen, senderToken())) {
            journey.drive(-2.4, 29.7);
            ear.awaitEvent("\"latitude\":-2.4");
            assertThat(ear.events).hasSize(1);
        }
        get(path + "?lastEventId=yesterday", senderToken())
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:unreadable-event-id"));
    }

    @Test
    void a_late_position_is_not_shown_after_a_newer_one() {
        try (EventEar ear = EventEar.on(path, senderToken())) {
            journey.drive(-2.5, 29.7);
            ear.awaitEvent("\"latitude\":-2.5");
            Journey.post(
                            journey.driverToken(),
                            Journey.fix(-2.9, 29.7, Instant.now().minusSeconds(1)))
                    .statusCode(202);
            journey.drive(-2.4, 29.7);
            ear.awaitEvent("\"latitude\":-2.4");
            assertThat(ear.events).noneSatisfy(event -> assertThat(event.data()).contains("-2.9"));
        }
    }

    @Test
    void it_ends_with_the_trip_and_does_not_open_again() {
        try (EventEar ear = EventEar.on(path, senderToken())) {
            journey.drive(-2.5, 29.7);
            ear.awaitEvent("\"latitude\":-2.5");
            journey.booking(BookingChange.DELIVERED);
            ear.awaitEnd();
        }
        get(path, senderToken()).statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-such-trip"));
    }

    @Test
    void only_who_may_follow_the_trip_is_let_in() {
        journey.drive(-2.5, 29.7);
        for (String token : new String[] {
            senderToken(),
            journey.driverToken(),
            TestToken.of(Role.OPERATOR).operator(journey.operator).sign(),
            TestToken.of(Role.DISPATCHER).sign(),
            TestToken.of(Role.CUSTOMS_INSPECTOR).sign()
        }) {
            try (EventEar ear = EventEar.on(path, token)) {
                assertThat(ear.status).isEqualTo(200);
                ear.awaitEvent("\"latitude\":-2.5");
            }
        }
        get(path, null).statusCode(401);
        get(path, TestToken.of(Role.SENDER).person(journey.sender).expired().sign())
                .statusCode(401);
        get(path, Journey.token(Role.SENDER, UUID.randomUUID())).statusCode(404);
        get(path, TestToken.of(Role.SENDER).person(journey.sender).tenant("geo").sign())
                .statusCode(404);
        get(path, TestToken.of(Role.OPERATOR).operator(UUID.randomUUID()).sign())
                .statusCode(404);
        get("/api/tracking/bookings/" + UUID.randomUUID() + "/stream", senderToken())
                .statusCode(404);
        get("/api/tracking/bookings/no-booking/stream", senderToken()).statusCode(404);
    }

    private String senderToken() {
        return Journey.token(Role.SENDER, journey.sender);
    }

    private static ValidatableResponse get(String path, @Nullable String token) {
        var request = given().accept("text/event-stream, application/problem+json");
        return (token == null ? request : request.auth().oauth2(token))
                .get(path)
                .then();
    }
}
