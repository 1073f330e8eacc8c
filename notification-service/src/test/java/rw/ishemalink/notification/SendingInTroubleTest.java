package rw.ishemalink.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.notification.message.MessageSeal;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.notification.NotificationChange;
import rw.ishemalink.schemas.notification.NotificationEvent;
import rw.ishemalink.schemas.notification.RequestedTemplate;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(OutsideWorld.class)
class SendingInTroubleTest {

    @Inject
    Jdbi jdbi;

    @Inject
    MessageSeal seal;

    private final Story story = new Story(BookingKind.RIDE, Language.EN, null);

    @Test
    void a_message_waits_while_the_provider_is_down_and_goes_out_when_it_is_back() {
        OutsideWorld.gatewayFailsFor(story.senderPhone);
        story.booking(BookingChange.FAILED);
        await().until(() -> OutsideWorld.textsTo(story.senderPhone).size() >= 2);
        assertThat(column("status")).isEqualTo("PENDING");

        OutsideWorld.phoneIsOn(story.senderPhone);
        await().until(() -> column("status").equals("SENT"));
        assertThat(column("provider_reference")).isEqualTo("ATXid_" + story.senderPhone.substring(1));
    }

    @Test
    void a_number_that_does_not_exist_fails_at_once_and_is_said_so() {
        OutsideWorld.answerWithStatus(story.senderPhone, 403);
        story.booking(BookingChange.FAILED);
        try (EventTap tap = EventTap.on(Topics.NOTIFICATION_EVENTS)) {
            NotificationEvent failed = tap.awaitOne(NotificationEvent.class, e -> story.sender.equals(e.getPersonId()));
            assertThat(failed.getChange()).isEqualTo(NotificationChange.FAILED);
            assertThat(failed.getReason()).startsWith("403");
        }
        assertThat(OutsideWorld.textsTo(story.senderPhone)).hasSize(1);
    }

    @Test
    void a_one_time_code_is_sent_and_then_erased() {
        story.code("493021", Instant.now());
        await().until(() -> statusIs("SENT"));
        assertThat(OutsideWorld.textsTo(story.senderPhone))
                .singleElement()
                .asString()
                .contains("493021");
        assertThat(wholeRow().toString()).doesNotContain("493021");
    }

    @Test
    void a_code_older_than_five_minutes_is_not_sent_any_more_and_is_erased() {
        story.code("493021", Instant.now().minus(Duration.ofMinutes(6)));
        await().until(() -> statusIs("FAILED"));
        assertThat(column("reason")).isEqualTo("expired");
        assertThat(OutsideWorld.textsTo(story.senderPhone)).isEmpty();
        assertThat(wholeRow().toString()).doesNotContain("493021");
    }

    @Test
    void a_delivery_code_that_waited_for_the_gateway_is_sent_late_and_then_erased() {
        story.request(
                RequestedTemplate.DELIVERY_CODE,
                Instant.now().minus(Duration.ofHours(2)),
                Map.of("code", "493021", "trackingCode", "ISH-7K2M9QXZ"));
        await().until(() -> statusIs("SENT"));
        assertThat(OutsideWorld.textsTo(story.senderPhone))
                .singleElement()
                .asString()
                .contains("493021", "ISH-7K2M9QXZ", "driver");
        assertThat(wholeRow().toString()).doesNotContain("493021");
    }

    @Test
    void an_offer_that_is_over_is_not_sent_any_more() {
        story.request(RequestedTemplate.RIDE_OFFER, Instant.now().minus(Duration.ofMinutes(1)), offer("15"));
        await().until(() -> statusIs("FAILED"));
        assertThat(column("reason")).isEqualTo("expired");
        assertThat(OutsideWorld.textsTo(story.senderPhone)).isEmpty();
    }

    @Test
    void an_offer_that_the_gateway_did_not_take_in_time_is_given_up() {
        OutsideWorld.gatewayFailsFor(story.senderPhone);
        story.request(RequestedTemplate.RIDE_OFFER, Instant.now(), offer("3600"));
        await().until(() -> statusIs("PENDING") && column("reason").contains("503"));

        jdbi.useHandle(sql ->
                sql.execute("update message set expires_at = now(), due_at = now() where person_id = ?", story.sender));

        await().until(() -> statusIs("FAILED"));
        assertThat(column("reason")).isEqualTo("expired");
    }

    @Test
    void a_message_whose_sender_died_is_sent_when_the_lease_is_over() {
        UUID messageId = UUID.randomUUID();
        jdbi.useHandle(sql -> sql.createUpdate("""
                        insert into message (message_id, tenant, event_id, template, channel, person_id, address,
                                             language, parameters, correlation_id, attempts, due_at, expires_at)
                        values (:id, 'ishemalink', :id, 'PAYMENT_TIMED_OUT', 'SMS', :person, :phone,
                                'EN', :parameters, 'test', 1, now() + interval '1 second', now() + interval '1 day')""")
                .bind("id", messageId)
                .bind("person", story.sender)
                .bind("phone", seal.address(messageId, story.senderPhone))
                .bind("parameters", seal.parameters(messageId, List.of("ISH-7K2M9QXZ")))
                .execute());

        await().until(() -> statusIs("SENT"));
        assertThat(OutsideWorld.textsTo(story.senderPhone)).hasSize(1);
        assertThat(wholeRow().getFirst()).containsEntry("attempts", 2);
    }

    private boolean statusIs(String status) {
        List<Map<String, Object>> rows = wholeRow();
        return rows.size() == 1 && status.equals(rows.getFirst().get("status"));
    }

    private String column(String name) {
        return String.valueOf(wholeRow().getFirst().get(name));
    }

    private List<Map<String, Object>> wholeRow() {
        return jdbi.withHandle(
                sql -> sql.createQuery("select m.*, parameters::text as shown from message m where person_id = :person")
                        .bind("person", story.sender)
                        .mapToMap()
                        .list());
    }

    private static Map<String, String> offer(String seconds) {
        return Map.of(
                "trackingCode",
                "ISH-7K2M9QXZ",
                "from",
                "Remera",
                "to",
                "Nyabugogo",
                "francs",
                "1100",
                "seconds",
                seconds);
    }
}
