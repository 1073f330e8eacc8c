package rw.ishemalink.booking.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static rw.ishemalink.booking.sync.Phone.act;
import static rw.ishemalink.booking.sync.Phone.actOnMade;
import static rw.ishemalink.booking.sync.Phone.action;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.Drivers;
import rw.ishemalink.booking.testing.Facts;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.booking.testing.Trip;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** People who had no network for hours, and what became of what they did. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class SyncStoryTest {

    private final Instant thisMorning = Instant.now().minus(Duration.ofHours(6)).truncatedTo(ChronoUnit.SECONDS);

    @Inject
    UnitOfWork unitOfWork;

    private final Someone sender = Someone.sender();
    private final Phone phone = Phone.of(sender);

    @Test
    void a_farmer_books_and_confirms_without_network() {
        UUID syncId = UUID.randomUUID();
        Map<String, Object> create =
                Phone.create(syncId, thisMorning, Journeys.booking(sender.quotes(Journeys.POTATOES)));
        Map<String, Object> confirm = actOnMade("CONFIRM", thisMorning.plusSeconds(60), syncId);

        phone.brings(List.of(create, confirm)).statusCode(200).body("items.syncId", hasSize(2));
        JsonPath created = phone.awaitsEnd(create);
        JsonPath confirmed = phone.awaitsEnd(confirm);

        assertThat(created.getString("state")).isEqualTo("DONE");
        assertThat(created.getString("trackingCode")).startsWith("ISH-");
        assertThat(created.getString("status")).isEqualTo("DRAFT");
        assertThat(confirmed.getString("status")).isEqualTo("CONFIRMED");
        assertThat(confirmed.getString("bookingId")).isEqualTo(created.getString("bookingId"));
        sender.looksAt(created.getUUID("bookingId"))
                .body("status", equalTo("CONFIRMED"))
                .body("offlineCreated", equalTo(true))
                .body("syncId", equalTo(syncId.toString()));
    }

    @Test
    void a_batch_sent_again_gets_the_first_answers_and_changes_nothing() {
        UUID syncId = UUID.randomUUID();
        List<Map<String, Object>> batch = List.of(
                Phone.create(syncId, thisMorning, Journeys.booking(sender.quotes(Journeys.RIDE))),
                actOnMade("CONFIRM", thisMorning, syncId));
        phone.bringsForSure(batch);
        UUID bookingId = phone.awaitsEnd(batch.getFirst()).getUUID("bookingId");
        phone.awaitsEnd(batch.getLast());

        phone.brings(batch)
                .statusCode(200)
                .body("items.state", contains("DONE", "DONE"))
                .body("items.bookingId", contains(bookingId.toString(), bookingId.toString()))
                .body("items.status", contains("DRAFT", "CONFIRMED"));
        assertThat(changes(bookingId)).containsExactly("CREATED", "CONFIRMED");
    }

    @Test
    void another_action_under_a_used_sync_id_is_told_so_and_the_rest_goes_on() {
        UUID syncId = UUID.randomUUID();
        Map<String, Object> booking = Journeys.booking(sender.quotes(Journeys.RIDE));
        phone.bringsForSure(List.of(Phone.create(syncId, thisMorning, booking)));
        Map<String, Object> other = Phone.create(UUID.randomUUID(), thisMorning, booking);

        phone.brings(List.of(Phone.create(syncId, thisMorning.plusSeconds(1), booking), other))
                .statusCode(200)
                .body("items[0].state", equalTo("REFUSED"))
                .body("items[0].problem.status", equalTo(409))
                .body("items[0].problem.type", equalTo("urn:ishemalink:problem:sync-id-reused"))
                .body("items[1].problem", nullValue());
        assertThat(phone.awaitsEnd(other).getString("state")).isEqualTo("DONE");
    }

    @Test
    void a_confirmation_that_arrives_before_its_booking_waits_for_it() {
        UUID syncId = UUID.randomUUID();
        Map<String, Object> confirm = actOnMade("CONFIRM", thisMorning.plusSeconds(9), syncId);
        phone.bringsForSure(List.of(confirm));
        JsonPath waiting = phone.awaits(confirm);
        assertThat(waiting.getString("state")).isEqualTo("WAITING");
        assertThat(waiting.getString("problem.type")).endsWith("booking-not-here-yet");

        phone.bringsForSure(List.of(Phone.create(syncId, thisMorning, Journeys.booking(sender.quotes(Journeys.RIDE)))));
        JsonPath confirmed = phone.awaitsEnd(confirm);
        assertThat(confirmed.getString("state")).isEqualTo("DONE");
        assertThat(confirmed.getString("problem")).isNull();
        assertThat(changes(confirmed.getUUID("bookingId"))).containsExactly("CREATED", "CONFIRMED");
    }

    @Test
    void what_builds_on_a_booking_that_was_refused_is_refused() {
        UUID syncId = UUID.randomUUID();
        Map<String, Object> confirm = actOnMade("CONFIRM", thisMorning.plusSeconds(9), syncId);
        phone.bringsForSure(List.of(confirm));
        phone.awaits(confirm);
        Map<String, Object> create = Phone.create(syncId, thisMorning, Journeys.booking(UUID.randomUUID()));
        phone.bringsForSure(List.of(create));

        assertThat(phone.awaitsEnd(create).getString("problem.type")).endsWith("no-such-quote");
        assertThat(phone.awaitsEnd(confirm).getString("problem.type")).endsWith("booking-not-made");
    }

    @Test
    void a_delivery_that_arrives_before_its_pickup_is_done_after_it_at_the_phones_times() {
        Drivers driver = Drivers.onboarded();
        UUID bookingId = assignedRide(driver);
        Phone cab = Phone.of(driver.person());
        Instant picked = Instant.now().minusSeconds(3).truncatedTo(ChronoUnit.MILLIS);
        Map<String, Object> pickup = act("PICKUP", picked, bookingId);
        Map<String, Object> deliver = act("DELIVER", picked.plusSeconds(2), bookingId);

        cab.bringsForSure(List.of(deliver));
        JsonPath waiting = cab.awaits(deliver);
        assertThat(waiting.getString("state")).isEqualTo("WAITING");
        assertThat(waiting.getString("problem.type")).endsWith("wrong-status");
        cab.bringsForSure(List.of(pickup));

        assertThat(cab.awaitsEnd(deliver).getString("status")).isEqualTo("DELIVERED");
        assertThat(cab.awaitsEnd(pickup).getString("status")).isEqualTo("IN_TRANSIT");
        assertThat(changes(bookingId)).endsWith("PICKED_UP", "DELIVERED");
    }

    @Test
    void goods_are_handed_over_without_network_against_the_receivers_code() {
        Trip trip = Trip.assigned(sender.confirms(Journeys.POTATOES));
        Phone lorry = Phone.of(trip.driver().person());
        String code = sender.getsCodeOf(trip.bookingId());
        String wrong = code.equals("000000") ? "000001" : "000000";
        Instant driven = Instant.now().minusSeconds(2);
        Map<String, Object> pickup = act("PICKUP", driven, trip.bookingId());
        Map<String, Object> mistyped = delivery(driven.plusMillis(500), trip.bookingId(), wrong);
        Map<String, Object> delivered = delivery(driven.plusMillis(900), trip.bookingId(), code);

        lorry.bringsForSure(List.of(pickup, mistyped, delivered));
        assertThat(lorry.awaitsEnd(mistyped).getString("problem.type")).endsWith("delivery-code-wrong");
        assertThat(lorry.awaitsEnd(delivered).getString("status")).isEqualTo("DELIVERED");
        Instant recordedAt = unitOfWork.read(sql -> sql.createQuery(
                        "select recorded_at from booking_proof where booking_id = :id and stage = 'DELIVERED'")
                .bind("id", trip.bookingId())
                .mapTo(Instant.class)
                .one());
        assertThat(recordedAt)
                .as("by the phone's clock")
                .isEqualTo(driven.plusMillis(900).truncatedTo(ChronoUnit.MICROS));
    }

    private static Map<String, Object> delivery(Instant at, UUID bookingId, String code) {
        return action(UUID.randomUUID(), "DELIVER", at, Map.of("bookingId", bookingId, "code", code));
    }

    @Test
    void a_journey_without_a_quote_is_booked_at_the_price_of_the_day() {
        Map<String, Object> create = Phone.create(UUID.randomUUID(), thisMorning, Map.of("journey", Journeys.POTATOES));
        phone.bringsForSure(List.of(create));
        assertThat(phone.awaitsEnd(create).getString("state")).isEqualTo("DONE");
    }

    @Test
    void a_pickup_without_network_waits_until_the_dispatch_is_cleared_on_line() {
        Drivers driver = Drivers.onboarded();
        UUID bookingId = sender.confirms(Journeys.POTATOES);
        Facts facts = Facts.about(bookingId).paid().receipt("77/1 NS");
        Someone.with(Role.DISPATCHER).assigns(driver.driverId(), bookingId).statusCode(200);
        Phone cab = Phone.of(driver.person());
        Map<String, Object> manifest = act("ACCEPT_MANIFEST", thisMorning, bookingId);
        Map<String, Object> pickup = act("PICKUP", thisMorning.plusSeconds(5), bookingId);

        cab.bringsForSure(List.of(manifest, pickup));
        assertThat(cab.awaits(manifest).getString("state")).isEqualTo("WAITING");
        assertThat(cab.awaits(pickup).getString("state")).isEqualTo("WAITING");
        facts.cleared(driver);

        assertThat(cab.awaitsEnd(manifest).getString("state")).isEqualTo("DONE");
        assertThat(cab.awaitsEnd(pickup).getString("state")).isEqualTo("DONE");
        assertThat(changes(bookingId)).endsWith("ASSIGNED", "MANIFEST_ACCEPTED", "PICKED_UP");
    }

    @Test
    void what_was_done_on_line_meanwhile_is_done_already() {
        Drivers driver = Drivers.onboarded();
        UUID bookingId = assignedRide(driver);
        driver.person().does("pickup", bookingId).statusCode(200);
        Phone cab = Phone.of(driver.person());
        Map<String, Object> pickup = act("PICKUP", thisMorning, bookingId);
        cab.bringsForSure(List.of(pickup));

        JsonPath done = cab.awaitsEnd(pickup);
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getBoolean("already")).isTrue();
        assertThat(changes(bookingId)).containsOnlyOnce("PICKED_UP");
    }

    @Test
    void a_booking_whose_answer_was_lost_on_line_is_not_made_again() {
        UUID syncId = UUID.randomUUID();
        UUID quoteId = sender.quotes(Journeys.RIDE);
        UUID bookingId = sender.posts(Map.of("quoteId", quoteId, "syncId", syncId), "/api/bookings")
                .statusCode(201)
                .extract()
                .jsonPath()
                .getUUID("bookingId");
        Map<String, Object> create = Phone.create(syncId, thisMorning, Map.of("quoteId", quoteId));
        phone.bringsForSure(List.of(create));

        JsonPath done = phone.awaitsEnd(create);
        assertThat(done.getUUID("bookingId")).isEqualTo(bookingId);
        assertThat(done.getBoolean("already")).isTrue();
        assertThat(changes(bookingId)).containsExactly("CREATED");
    }

    @Test
    void a_cancellation_that_comes_too_late_is_refused_with_the_reason() {
        Drivers driver = Drivers.onboarded();
        UUID bookingId = assignedRide(driver);
        driver.person().does("pickup", bookingId).statusCode(200);
        Map<String, Object> cancel =
                action(UUID.randomUUID(), "CANCEL", thisMorning, Map.of("bookingId", bookingId, "reason", "rain"));
        phone.bringsForSure(List.of(cancel));

        JsonPath refused = phone.awaitsEnd(cancel);
        assertThat(refused.getString("state")).isEqualTo("REFUSED");
        assertThat(refused.getString("problem.type")).endsWith("wrong-status");
        assertThat(refused.getString("problem.detail"))
                .as("in the sender's language")
                .contains("Ubu ni IN_TRANSIT");
    }

    @Test
    void a_driver_whom_nobody_asked_is_told_that_there_is_no_such_booking() {
        UUID bookingId = sender.confirms(Journeys.RIDE);
        Phone cab = Phone.of(Someone.with(Role.DRIVER));
        Map<String, Object> pickup = act("PICKUP", thisMorning, bookingId);
        cab.bringsForSure(List.of(pickup));
        assertThat(cab.awaitsEnd(pickup).getString("problem.type")).endsWith("no-such-booking");
    }

    @Test
    void positions_are_recorded() {
        Phone cab = Phone.of(Someone.with(Role.DRIVER));
        Map<String, Object> positions = action(
                UUID.randomUUID(),
                "POSITIONS",
                thisMorning,
                Map.of(
                        "batchId", UUID.randomUUID(),
                        "count", 720,
                        "from", thisMorning.minusSeconds(3_600).toString(),
                        "to", thisMorning.toString()));
        cab.bringsForSure(List.of(positions));
        assertThat(cab.awaitsEnd(positions).getString("state")).isEqualTo("DONE");
    }

    @Test
    void what_comes_after_more_than_a_week_is_done_and_marked() {
        Instant longAgo = Instant.now().minus(Duration.ofDays(8));
        Map<String, Object> create =
                Phone.create(UUID.randomUUID(), longAgo, Journeys.booking(sender.quotes(Journeys.RIDE)));
        phone.bringsForSure(List.of(create));
        JsonPath done = phone.awaitsEnd(create);
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getBoolean("late")).isTrue();
    }

    @Test
    void problems_are_told_in_the_language_that_is_asked_for() {
        Someone french = new Someone(
                UUID.randomUUID(), TestToken.of(Role.SENDER).language("fr").sign());
        Map<String, Object> unknown = action(UUID.randomUUID(), "FLY", thisMorning, Map.of());
        Phone.of(french)
                .brings(List.of(unknown))
                .statusCode(200)
                .body("items[0].problem.title", equalTo("Type d'action inconnu"));
        french.asks()
                .header("Accept-Language", "en")
                .body(Map.of("device", "d", "actions", List.of(unknown)))
                .post("/api/sync")
                .then()
                .body("items[0].problem.title", equalTo("Unknown type of action"));
    }

    private UUID assignedRide(Drivers driver) {
        UUID bookingId = sender.confirms(Journeys.RIDE);
        Facts facts = Facts.about(bookingId).paid().receipt("78/" + bookingId);
        Someone.with(Role.DISPATCHER).assigns(driver.driverId(), bookingId).statusCode(200);
        facts.cleared(driver).show("status", "ASSIGNED");
        return bookingId;
    }

    private List<String> changes(UUID bookingId) {
        return unitOfWork.read(
                sql -> sql.createQuery("select change from booking_transition where booking_id = :id order by sequence")
                        .bind("id", bookingId)
                        .mapTo(String.class)
                        .list());
    }
}
