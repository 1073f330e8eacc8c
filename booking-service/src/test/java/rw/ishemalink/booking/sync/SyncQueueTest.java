package rw.ishemalink.booking.sync;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static rw.ishemalink.booking.sync.Phone.actOnMade;
import static rw.ishemalink.booking.sync.Phone.id;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.SuiteResource;

/** What the queue keeps, forgets, sets aside and shows. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class SyncQueueTest {

    @Inject
    UnitOfWork unitOfWork;

    private final Instant thisMorning = Instant.now().minus(Duration.ofHours(6));
    private final Someone sender = Someone.sender();
    private final Phone phone = Phone.of(sender);

    @Test
    void after_a_day_an_action_that_waits_is_refused() {
        Map<String, Object> confirm = actOnMade("CONFIRM", thisMorning, UUID.randomUUID());
        phone.bringsForSure(List.of(confirm));
        assertThat(phone.awaits(confirm).getString("state")).isEqualTo("WAITING");
        unitOfWork.run(tx -> tx.sql().createUpdate("""
                        update sync_action set received_at = now() - interval '25 hours', next_try_at = now()
                        where sync_id = :id""").bind("id", id(confirm)).execute());

        JsonPath refused = phone.awaitsEnd(confirm);
        assertThat(refused.getString("state")).isEqualTo("REFUSED");
        assertThat(refused.getString("problem.type")).endsWith("booking-not-here-yet");
    }

    @Test
    void what_was_needed_to_act_is_forgotten_when_it_is_done() {
        Map<String, Object> create =
                Phone.create(UUID.randomUUID(), thisMorning, Journeys.booking(sender.quotes(Journeys.RIDE)));
        phone.bringsForSure(List.of(create));
        phone.awaitsEnd(create);
        boolean forgotten = unitOfWork.read(
                sql -> sql.createQuery("select request is null and caller is null from sync_action where sync_id = :id")
                        .bind("id", id(create))
                        .mapTo(Boolean.class)
                        .one());
        assertThat(forgotten).isTrue();
    }

    @Test
    void an_action_that_fails_for_no_reason_of_ours_holds_nobody_up() {
        long poison = 666_000_666L;
        unitOfWork.run(tx -> tx.sql().execute("""
                create or replace function refuse_poison() returns trigger language plpgsql as
                $$ begin raise exception 'poison'; end $$;
                create or replace trigger poison before insert on booking
                for each row when (new.declared_value_rwf = 666000666) execute function refuse_poison()"""));
        UUID quoteId = sender.quotes(Journeys.RIDE);
        Map<String, Object> poisoned =
                Phone.create(UUID.randomUUID(), thisMorning, Map.of("quoteId", quoteId, "declaredValue", poison));
        Map<String, Object> sound =
                Phone.create(UUID.randomUUID(), thisMorning.plusSeconds(1), Journeys.booking(quoteId));
        phone.bringsForSure(List.of(poisoned, sound));

        assertThat(phone.awaitsEnd(sound).getString("state")).isEqualTo("DONE");
        JsonPath waiting = phone.awaits(poisoned);
        assertThat(waiting.getString("state")).isEqualTo("WAITING");
        assertThat(waiting.getString("problem.type")).endsWith("action-failed");
    }

    @Test
    void a_phone_lists_what_is_still_open() {
        Map<String, Object> waits = actOnMade("CONFIRM", thisMorning, UUID.randomUUID());
        Map<String, Object> done = Phone.create(
                UUID.randomUUID(), thisMorning.plusSeconds(1), Journeys.booking(sender.quotes(Journeys.RIDE)));
        phone.bringsForSure(List.of(waits, done));
        phone.awaits(waits);
        phone.awaitsEnd(done);
        sender.gets("/api/sync?device={device}&open=true", phone.device())
                .statusCode(200)
                .body("items.syncId", contains(id(waits).toString()));
    }

    @Test
    void the_queue_shows_in_the_metrics() {
        Map<String, Object> waits = actOnMade("CONFIRM", thisMorning, UUID.randomUUID());
        phone.bringsForSure(List.of(waits));
        phone.awaits(waits);
        String metrics = given().get("/q/metrics").asString();
        assertThat(metrics)
                .contains("ishema_sync_queue{state=\"QUEUED\"}")
                .containsPattern("ishema_sync_queue\\{state=\"WAITING\"\\} [1-9]")
                .contains("ishema_sync_oldest_seconds")
                .containsPattern("ishema_sync_tried_total\\{outcome=\"WAITING\",type=\"CONFIRM\"\\} [1-9]");
    }
}
