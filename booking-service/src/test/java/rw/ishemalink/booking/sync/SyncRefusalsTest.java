package rw.ishemalink.booking.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static rw.ishemalink.booking.sync.Phone.act;
import static rw.ishemalink.booking.sync.Phone.action;
import static rw.ishemalink.booking.sync.Phone.id;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** Who may bring what, and what is said to bad input. Nothing here is worked off. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@TestProfile(DrainByHand.class)
class SyncRefusalsTest {

    private static final Instant NOW = Instant.parse("2025-06-01T08:00:00Z");

    private final Someone sender = Someone.sender();
    private final Phone phone = Phone.of(sender);

    @Test
    void without_a_token_it_is_401() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/sync")
                .then()
                .statusCode(401);
        given().get("/api/sync?syncIds=" + UUID.randomUUID()).then().statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SENDER", "CUSTOMER", "EXPORTER", "AGENT", "DRIVER"})
    void a_role_that_does_nothing_without_network_is_403(Role role) {
        Phone.of(Someone.with(role)).brings(List.of(confirm())).statusCode(403);
        Someone.with(role).gets("/api/sync?syncIds=" + UUID.randomUUID()).statusCode(403);
    }

    @Test
    void a_driver_does_not_book_and_a_sender_does_not_pick_up() {
        assertItemRefused(Phone.of(Someone.with(Role.DRIVER)), Phone.create(UUID.randomUUID(), NOW, booking()), 403);
        assertItemRefused(phone, act("PICKUP", NOW, UUID.randomUUID()), 403);
    }

    @Test
    void what_another_person_or_tenant_brought_is_not_shown() {
        Map<String, Object> mine = confirm();
        phone.brings(List.of(mine)).statusCode(200).body("items[0].state", equalTo("QUEUED"));
        phone.asksFor(id(mine)).body("items", hasSize(1));

        Someone sameInAnotherTenant = new Someone(
                sender.id(),
                TestToken.of(Role.SENDER)
                        .person(sender.id())
                        .tenant("geo-connect")
                        .sign());
        for (Someone other : List.of(Someone.sender(), sameInAnotherTenant)) {
            new Phone(other, phone.device()).asksFor(id(mine)).statusCode(200).body("items", hasSize(0));
            other.gets("/api/sync?device={device}&open=true", phone.device())
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
    }

    @Test
    void two_people_may_use_the_same_sync_id() {
        UUID syncId = UUID.randomUUID();
        for (Someone one : List.of(sender, Someone.sender(), Someone.sender("geo-connect"))) {
            Phone.of(one)
                    .brings(List.of(Phone.create(syncId, NOW, booking())))
                    .statusCode(200)
                    .body("items[0].state", equalTo("QUEUED"));
        }
    }

    @Test
    void five_hundred_actions_are_taken_and_told_their_turn() {
        List<Map<String, Object>> actions =
                Stream.generate(SyncRefusalsTest::confirm).limit(500).toList();
        List<Integer> places = phone.brings(actions)
                .statusCode(200)
                .body("items", hasSize(500))
                .body(
                        "items.syncId",
                        equalTo(actions.stream().map(one -> id(one).toString()).toList()))
                .extract()
                .jsonPath()
                .getList("items.place", Integer.class);
        assertThat(places).isSorted().doesNotHaveDuplicates();
        assertThat(places.getLast() - places.getFirst()).isEqualTo(499);
        phone.asksFor(actions.stream().map(Phone::id).toArray(UUID[]::new))
                .statusCode(200)
                .body("items", hasSize(500));
    }

    @Test
    void five_hundred_bookings_with_every_field_full_fit_into_one_request() {
        Map<String, Object> full = Map.of(
                "quoteId", UUID.randomUUID(),
                "payerPhone", "+250788000001",
                "consignee", Map.of("name", "N".repeat(150), "address", "A".repeat(255)),
                "declaredValue", 1_000_000_000_000L,
                "receiver", Map.of("name", "R".repeat(150), "phone", "+250788000002"),
                "scheduledFor", NOW.toString(),
                "syncId", UUID.randomUUID(),
                "offlineCreated", true);
        List<Map<String, Object>> actions = Stream.generate(() -> Phone.create(UUID.randomUUID(), NOW, full))
                .limit(500)
                .toList();
        phone.brings(actions).statusCode(200).body("items.state", hasSize(500));
    }

    @Test
    void five_hundred_and_one_are_too_many_and_none_too_few() {
        List<Map<String, Object>> tooMany =
                Stream.generate(SyncRefusalsTest::confirm).limit(501).toList();
        for (List<?> actions : List.of(tooMany, List.of())) {
            phone.brings(actions).statusCode(400).body("errors.field", hasItem("actions"));
        }
        phone.asksFor(id(tooMany.getFirst())).body("items", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"device\": \"d\"}",
                "{\"device\": \"d\", \"actions\": null}",
                "{\"device\": \"d\", \"actions\": {}}",
                "{\"device\": \"d\", \"actions\": \"all\"}",
                "{\"device\": \"d\", \"actions\": [1]}",
                "{\"device\": \"d\", \"actions\": [null]}",
                "{\"device\": \"d\", \"actions\": [{}]}",
                "{\"device\": \"d\", \"actions\": [{\"syncId\": \"7\"}]}",
                "{\"device\": \"\", \"actions\": [{}]}",
                "{\"device\": \"a\\u0000b\", \"actions\": [{}]}",
                "{\"device\": 7.5, \"actions\": 7}",
                "{\"devices\": \"d\", \"actions\": [{}]}",
                "[]",
                "{\"device\": \"d\", \"actions\": [",
                "nonsense"
            })
    void a_batch_that_cannot_be_read_is_400(String body) {
        sender.asks().body(body).post("/api/sync").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void a_device_has_a_name_of_at_most_64_characters() {
        new Phone(sender, "d".repeat(65))
                .brings(List.of(confirm()))
                .statusCode(400)
                .body("errors.field", hasItem("device"));
    }

    /** The client asks before it sends: a body that is refused unread would break its connection. */
    @Test
    void ten_megabytes_are_413() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/sync"))
                .header("Authorization", "Bearer " + sender.token())
                .header("Content-Type", "application/json")
                .version(HttpClient.Version.HTTP_1_1)
                .expectContinue(true)
                .POST(BodyPublishers.ofString("{\"device\": \"" + "d".repeat(10_000_000) + "\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void an_unknown_type_is_told_those_that_there_are() {
        assertItem(action(UUID.randomUUID(), "FLY", NOW, Map.of()), "unknown-action-type")
                .body("items[0].problem.detail", containsString("PICKUP"));
        Map<String, Object> without = confirm();
        without.remove("type");
        assertItem(without, "unknown-action-type");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"clientTime", "bookingId", "reason", "bookingSyncId", "colour"})
    void a_field_of_the_wrong_type_is_named(String field) {
        Map<String, Object> cancel =
                action(UUID.randomUUID(), "CANCEL", NOW, Map.of("bookingId", UUID.randomUUID(), "reason", "rain"));
        cancel.put(field, List.of("yes"));
        assertItem(cancel, "action-unreadable").body("items[0].problem.detail", containsString(field));
    }

    @Test
    void fields_that_break_a_rule_are_named_one_by_one() {
        Map<String, Object> booking = new HashMap<>(booking());
        booking.put("payerPhone", "112");
        booking.put("declaredValue", -1);
        assertItem(Phone.create(UUID.randomUUID(), NOW, booking), "action-invalid")
                .body("items[0].problem.errors.field", equalTo(List.of("booking.declaredValue", "booking.payerPhone")));
        Map<String, Object> noBooking = Phone.create(UUID.randomUUID(), NOW, booking());
        noBooking.remove("booking");
        assertItem(noBooking, "action-invalid").body("items[0].problem.errors.field", equalTo(List.of("booking")));
        Map<String, Object> noTime = confirm();
        noTime.remove("clientTime");
        assertItem(noTime, "action-invalid").body("items[0].problem.errors.field", equalTo(List.of("clientTime")));
    }

    @Test
    void a_booking_is_named_in_exactly_one_way() {
        UUID id = UUID.randomUUID();
        assertItem(action(id, "CONFIRM", NOW, Map.of()), "booking-named-once");
        assertItem(action(id, "CONFIRM", NOW, Map.of("bookingId", id, "bookingSyncId", id)), "booking-named-once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2019-12-31T23:59:59Z",
                "2999-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "-1000000000-01-01T00:00:00Z"
            })
    void a_clock_that_is_wrong_is_told_so(String time) {
        assertItem(
                action(UUID.randomUUID(), "CONFIRM", Instant.parse(time), Map.of("bookingId", UUID.randomUUID())),
                "client-time-wrong");
    }

    @Test
    void a_clock_that_is_ahead_by_a_little_is_good_enough() {
        Map<String, Object> action = act("CONFIRM", Instant.now().plusSeconds(120), UUID.randomUUID());
        phone.brings(List.of(action)).statusCode(200).body("items[0].state", equalTo("QUEUED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\ud800", "😀", "<script>", "'; drop table booking; --"})
    void whatever_is_written_is_stored_or_refused_never_a_500(String reason) {
        Map<String, Object> cancel =
                action(UUID.randomUUID(), "CANCEL", NOW, Map.of("bookingId", UUID.randomUUID(), "reason", reason));
        phone.brings(List.of(cancel)).statusCode(200).body("items", hasSize(1));
    }

    @Test
    void a_bad_action_does_not_stop_the_good_ones_around_it() {
        List<Map<String, Object>> actions =
                List.of(confirm(), action(UUID.randomUUID(), "FLY", NOW, Map.of()), confirm());
        phone.brings(actions).statusCode(200).body("items.state", equalTo(List.of("QUEUED", "REFUSED", "QUEUED")));
    }

    @Test
    void of_two_actions_under_one_sync_id_in_one_batch_the_first_stands() {
        UUID syncId = UUID.randomUUID();
        Map<String, Object> first = action(syncId, "CONFIRM", NOW, Map.of("bookingId", UUID.randomUUID()));
        Map<String, Object> second = action(syncId, "CONFIRM", NOW, Map.of("bookingId", UUID.randomUUID()));
        phone.brings(List.of(first, second, first))
                .statusCode(200)
                .body("items.state", equalTo(List.of("QUEUED", "REFUSED", "QUEUED")))
                .body("items[1].problem.type", equalTo("urn:ishemalink:problem:sync-id-reused"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?device=d", "?open=true", "?syncIds=", "?syncIds=7", "?device=d&open=false"})
    void a_question_about_nothing_is_400(String query) {
        sender.gets("/api/sync" + query)
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:sync-query-needed"));
    }

    @Test
    void nobody_asks_for_more_than_five_hundred() {
        String ids = String.join(
                ",",
                IntStream.rangeClosed(0, 500)
                        .mapToObj(i -> UUID.randomUUID().toString())
                        .toList());
        sender.gets("/api/sync?syncIds={ids}", ids).statusCode(400);
    }

    @Test
    void a_booking_is_either_a_quote_or_a_journey() {
        assertItem(Phone.create(UUID.randomUUID(), NOW, Map.of()), "quote-or-journey");
    }

    private ValidatableResponse assertItem(Map<String, Object> action, String code) {
        return phone.brings(Collections.singletonList(action))
                .statusCode(200)
                .body("items[0].state", equalTo("REFUSED"))
                .body("items[0].problem.type", equalTo("urn:ishemalink:problem:" + code));
    }

    private static void assertItemRefused(Phone phone, Map<String, Object> action, int status) {
        phone.brings(List.of(action))
                .statusCode(200)
                .body("items[0].state", equalTo("REFUSED"))
                .body("items[0].problem.status", equalTo(status));
        phone.asksFor(id(action)).body("items", hasSize(0));
    }

    private static Map<String, Object> confirm() {
        return act("CONFIRM", NOW, UUID.randomUUID());
    }

    private static Map<String, Object> booking() {
        return Map.of("quoteId", UUID.randomUUID());
    }
}
