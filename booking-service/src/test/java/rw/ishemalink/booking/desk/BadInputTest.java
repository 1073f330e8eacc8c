package rw.ishemalink.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.RawRequest;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.booking.testing.Trip;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;

/** Whatever is sent, the answer says what to mend; nothing breaks, and nothing happens. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class BadInputTest {

    private static final String RIDE = """
            {"kind": "RIDE", "origin": {"latitude": -1.9441, "longitude": 30.0619},
             "destination": {"latitude": -1.9706, "longitude": 30.1044}}""";

    private static final int TEN_MEGABYTES = 10_000_000;

    private final Someone sender = Someone.sender();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "quoteId | `x`",
                "quoteId | `\"x\"`",
                "quoteId | `\"00000000-0000-0000-0000-000000000001\"`",
                "quoteId | 5",
                "journey | []",
                "journey | {}",
                "journey | 7",
                "journey | {\"kind\": \"TRAIN\"}",
                "journey | {\"kind\": \"RIDE\", \"origin\": {}, \"destination\": {}}",
                "payerPhone | \"0788123456\"",
                "payerPhone | \"+250708123456\"",
                "payerPhone | \"+2507881234567\"",
                "payerPhone | 250788123456",
                "payerPhone | []",
                "consignee | \"Kampala\"",
                "consignee | {}",
                "consignee | {\"name\": \" \", \"address\": \"Kampala\"}",
                "consignee | {\"name\": \"A\\u0000B\", \"address\": \"Kampala\"}",
                "consignee | {\"name\": \"A\\ud800B\", \"address\": \"Kampala\"}",
                "declaredValue | -1",
                "declaredValue | 1000000000001",
                "declaredValue | 1e30",
                "declaredValue | 99999999999999999999999999",
                "declaredValue | \"ten\"",
                "declaredValue | {}",
                "receiver | {}",
                "receiver | {\"name\": \"Marie\"}",
                "receiver | {\"name\": \"Marie\", \"phone\": \"112\"}",
                "receiver | {\"name\": \"\", \"phone\": \"+250788123456\"}",
                "receiver | {\"name\": \"M\\u0000\", \"phone\": \"+250788123456\"}",
                "receiver | {\"name\": \"M\\ud800\", \"phone\": \"+250788123456\"}",
                "receiver | {\"name\": \"M\", \"phone\": \"+250788123456\", \"shoeSize\": 45}",
                "scheduledFor | \"tomorrow\"",
                "scheduledFor | \"2026-01-01T07:00:00Z\"",
                "scheduledFor | \"+999999999-12-31T23:59:59Z\"",
                "scheduledFor | \"-999999999-01-01T00:00:00Z\"",
                "scheduledFor | 5",
                "scheduledFor | 1e300",
                "scheduledFor | 1e-300",
                "scheduledFor | []",
                "sender | \"somebody else\"",
                "price | 1"
            })
    void a_field_that_makes_no_sense_is_refused_in_a_new_booking_and_in_an_edit(String field, String json) {
        UUID bookingId = draft();
        String journey = field.equals("journey") || field.equals("quoteId") ? "" : ", \"journey\": " + RIDE;
        String body = "{\"" + field + "\": " + json + journey + "}";
        assertRefused(sender.asks().body(body).post("/api/bookings"), body);
        String edit = "{\"" + field + "\": " + json + "}";
        assertRefused(sender.asks().body(edit).patch("/api/bookings/{id}", bookingId), edit);
        assertUntouched(bookingId);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"syncId\": \"x\", \"journey\": JOURNEY}",
                "{\"syncId\": 1, \"journey\": JOURNEY}",
                "{\"offlineCreated\": \"perhaps\", \"journey\": JOURNEY}",
                "{\"quoteId\": \"00000000-0000-0000-0000-000000000001\", \"journey\": JOURNEY}",
                "{}",
                "",
                "null",
                "[]",
                "7",
                "{\"journey\": ",
                "<booking/>"
            })
    void a_body_that_makes_no_sense_is_no_booking(String body) {
        assertRefused(sender.asks().body(body.replace("JOURNEY", RIDE)).post("/api/bookings"), body);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"syncId\": \"00000000-0000-0000-0000-000000000001\"}",
                "{\"offlineCreated\": true}",
                "{\"drop\": [\"PRICE\"]}",
                "{\"drop\": [null]}",
                "{\"drop\": \"RECEIVER\"}",
                "{\"status\": \"PAID\"}",
                "",
                "null",
                "[]",
                "{"
            })
    void a_body_that_makes_no_sense_is_no_edit(String body) {
        UUID bookingId = draft();
        assertRefused(sender.asks().body(body).patch("/api/bookings/{id}", bookingId), body);
        assertUntouched(bookingId);
    }

    @Test
    void a_pick_up_in_more_than_thirty_days_is_refused() {
        Instant far = Instant.now().plus(Duration.ofDays(31));
        String body = "{\"scheduledFor\": \"" + far + "\", \"journey\": " + RIDE + "}";
        Response answer = sender.asks().body(body).post("/api/bookings");
        assertRefused(answer, body);
        assertThat(answer.jsonPath().getString("type")).isEqualTo("urn:ishemalink:problem:bad-schedule");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DRIVER | pickup | {\"photoSha256\": \"abc\"}",
                "DRIVER | pickup | {\"photoSha256\": 5}",
                "DRIVER | pickup | {\"code\": \"123456\"}",
                "DRIVER | pickup | {\"recordedAt\": \"now\"}",
                "DRIVER | pickup | {\"recordedAt\": \"2099-01-01T00:00:00Z\"}",
                "DRIVER | pickup | {\"recordedAt\": \"-999999999-01-01T00:00:00Z\"}",
                "DRIVER | pickup | []",
                "DRIVER | deliver | {\"code\": \"12345\"}",
                "DRIVER | deliver | {\"code\": \"1234567\"}",
                "DRIVER | deliver | {\"code\": \"12 456\"}",
                "DRIVER | deliver | {\"code\": []}",
                "DRIVER | deliver | {\"recordedAt\": 1e300}",
                "DRIVER | deliver | {\"photoSha256\": \"../../etc/passwd\"}",
                "DRIVER | deliver | {",
                "DRIVER | accept-manifest | {\"recordedAt\": \"1970-01-01T00:00:00Z\"}",
                "DRIVER | accept-manifest | {\"accepted\": true}",
                "SENDER | rating | {\"stars\": 0}",
                "SENDER | rating | {\"stars\": 6}",
                "SENDER | rating | {\"stars\": \"five\"}",
                "SENDER | rating | {\"stars\": 1e30}",
                "SENDER | rating | {}",
                "SENDER | rating | null",
                "SENDER | cancel | {}",
                "SENDER | cancel | {\"reason\": \"\"}",
                "SENDER | cancel | {\"reason\": \"a\\u0000b\"}",
                "SENDER | cancel | {\"reason\": \"a\\ud800b\"}",
                "SENDER | cancel | {\"reason\": []}",
                "DISPATCHER | assign | {}",
                "DISPATCHER | assign | {\"driverId\": \"me\"}",
                "DISPATCHER | assign | {\"driverId\": 5}",
                "CUSTOMS_INSPECTOR | border/arrive | {\"reason\": \"a\\u0000b\"}",
                "CUSTOMS_INSPECTOR | border/arrive | {\"reason\": {}}",
                "CUSTOMS_INSPECTOR | border/arrive | {\"seal\": 1}"
            })
    void an_act_with_a_body_that_makes_no_sense_is_refused(Role role, String act, String body) {
        Response answer = Someone.with(role).asks().body(body).post("/api/bookings/{id}/" + act, draft());
        assertRefused(answer, body);
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"confirm", "pickup", "deliver", "accept-manifest", "rating", "cancel", "delivery-code"})
    void an_id_that_is_none_is_not_found(String act) {
        Someone anybody = Someone.with(Role.SENDER, Role.DRIVER);
        assertRefused(anybody.asks().body("{}").post("/api/bookings/none/" + act), act);
        assertRefused(anybody.asks().get("/api/bookings/none"), act);
        assertRefused(anybody.asks().body("{}").patch("/api/bookings/none"), act);
    }

    @Test
    void reasons_have_an_end() {
        String body = "{\"reason\": \"" + "x".repeat(201) + "\"}";
        assertRefused(sender.asks().body(body).post("/api/bookings/{id}/cancel", draft()), "201 characters");
    }

    @Test
    void ten_megabytes_are_refused_wherever_a_body_is_taken_before_they_are_sent() throws IOException {
        UUID bookingId = draft();
        for (String request : List.of(
                "POST /api/bookings",
                "PATCH /api/bookings/" + bookingId,
                "POST /api/bookings/" + bookingId + "/cancel")) {
            assertThat(answerToAnnounced(TEN_MEGABYTES, request)).as(request).startsWith("HTTP/1.1 413");
        }
        assertUntouched(bookingId);
    }

    /** The first line of the answer to a request of which only the head was sent. */
    private @Nullable String answerToAnnounced(int bytes, String request) throws IOException {
        return RawRequest.firstLineOfAnswer(
                request + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: " + bytes
                        + "\r\nAuthorization: Bearer " + sender.token() + "\r\n\r\n");
    }

    @Test
    void a_refusal_repeats_neither_phone_nor_name() {
        String body = "{\"receiver\": {\"name\": \"Marie Uwase\", \"phone\": \"0788555444\"}}";
        String answer =
                sender.asks().body(body).patch("/api/bookings/{id}", draft()).asString();
        assertThat(answer).doesNotContain("Marie").doesNotContain("0788555444");
    }

    @Test
    void a_photo_hash_in_capitals_is_refused_and_the_right_one_taken() {
        Trip trip = Trip.assigned(sender.confirms(Journeys.RIDE));
        Someone driver = trip.driver().person();
        String upper = "{\"photoSha256\": \"" + "AB".repeat(32) + "\"}";
        assertRefused(driver.asks().body(upper).post("/api/bookings/{id}/pickup", trip.bookingId()), upper);
        String lower = "{\"photoSha256\": \"" + "ab".repeat(32) + "\"}";
        assertThat(driver.asks()
                        .body(lower)
                        .post("/api/bookings/{id}/pickup", trip.bookingId())
                        .statusCode())
                .isEqualTo(200);
    }

    private UUID draft() {
        return sender.asks()
                .body("{\"journey\": " + RIDE + "}")
                .post("/api/bookings")
                .jsonPath()
                .getUUID("bookingId");
    }

    private void assertUntouched(UUID bookingId) {
        int changes =
                sender.gets("/api/bookings/{id}/history", bookingId).extract().path("size()");
        assertThat(changes).isEqualTo(1);
    }

    private static void assertRefused(Response answer, String what) {
        assertThat(answer.statusCode()).as(what + "\n" + answer.asString()).isBetween(400, 499);
        assertThat(answer.contentType()).as(what).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getString("detail")).as(what).isNotBlank();
        assertThat(answer.asString()).doesNotContain("Exception").doesNotContain("at rw.");
    }
}
