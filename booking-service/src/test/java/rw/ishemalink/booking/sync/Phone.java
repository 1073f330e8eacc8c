package rw.ishemalink.booking.sync;

import static rw.ishemalink.kit.testing.Patience.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import rw.ishemalink.booking.testing.Someone;

/** A phone that brings what it did without network. */
record Phone(Someone owner, String device) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    static Phone of(Someone owner) {
        return new Phone(owner, "phone-" + UUID.randomUUID());
    }

    ValidatableResponse brings(List<?> actions) {
        return owner.posts(Map.of("device", device, "actions", actions), "/api/sync");
    }

    /** Brings them until the service has them: a phone that gets no answer sends the same again. */
    void bringsForSure(List<?> actions) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> brings(actions).extract().statusCode() == 200);
    }

    /** What became of the action, once it was tried. */
    JsonPath awaits(Map<String, Object> action) {
        return awaits(id(action), state -> !state.equals("QUEUED"));
    }

    /** What became of the action, once it is done or refused. */
    JsonPath awaitsEnd(Map<String, Object> action) {
        return awaits(id(action), state -> state.equals("DONE") || state.equals("REFUSED"));
    }

    private JsonPath awaits(UUID syncId, Predicate<String> enough) {
        return await().atMost(PATIENCE)
                .until(
                        () -> item(syncId),
                        item -> item.getString("state") != null && enough.test(item.getString("state")));
    }

    private JsonPath item(UUID syncId) {
        return asksFor(syncId).statusCode(200).extract().jsonPath().setRootPath("items[0]");
    }

    ValidatableResponse asksFor(UUID... syncIds) {
        return owner.gets(
                "/api/sync?syncIds={ids}",
                String.join(",", List.of(syncIds).stream().map(UUID::toString).toList()));
    }

    static Map<String, Object> create(UUID syncId, Instant at, Map<String, ?> booking) {
        return action(syncId, "CREATE", at, Map.of("booking", booking));
    }

    static Map<String, Object> act(String type, Instant at, UUID bookingId) {
        return action(UUID.randomUUID(), type, at, Map.of("bookingId", bookingId));
    }

    static Map<String, Object> actOnMade(String type, Instant at, UUID bookingSyncId) {
        return action(UUID.randomUUID(), type, at, Map.of("bookingSyncId", bookingSyncId));
    }

    static Map<String, Object> action(UUID syncId, String type, Instant at, Map<String, ?> more) {
        Map<String, Object> action = new HashMap<>(more);
        action.put("syncId", syncId);
        action.put("type", type);
        action.put("clientTime", at.toString());
        return action;
    }

    static UUID id(Map<String, Object> action) {
        return (UUID) Objects.requireNonNull(action.get("syncId"));
    }
}
