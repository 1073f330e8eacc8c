package rw.ishemalink.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.notification.NotificationChange;
import rw.ishemalink.schemas.notification.NotificationEvent;

/** What became of messages: reported by the provider, kept with the price. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(OutsideWorld.class)
class DeliveryTest {

    @Inject
    Jdbi jdbi;

    private final Story story = new Story(BookingKind.RIDE, Language.EN, null);

    @Test
    void a_message_that_arrived_is_said_so_once_with_its_price() {
        story.booking(BookingChange.FAILED);
        await().until(() -> "SENT".equals(column("status")));

        Callbacks.report(reference(), "Buffered", "");
        Callbacks.report(reference(), "Success", "");
        Callbacks.report(reference(), "Success", "");
        Callbacks.report(reference(), "Failed", "AbsentSubscriber");

        assertThat(column("status")).isEqualTo("DELIVERED");
        List<NotificationEvent> told = told(2);
        assertThat(told)
                .extracting(NotificationEvent::getChange)
                .containsExactly(NotificationChange.SENT, NotificationChange.DELIVERED);
        assertThat(told).allSatisfy(event -> {
            assertThat(event.getProvider()).isEqualTo("AFRICAS_TALKING");
            assertThat(event.getParts()).isEqualTo(1);
            assertThat(event.getCostHundredths()).isEqualTo(1_000);
            assertThat(event.getCostCurrency()).isEqualTo("RWF");
        });
        assertThat(told).extracting(event -> event.getMetadata().getSequence()).containsExactly(1L, 2L);
    }

    @Test
    void a_message_that_did_not_arrive_is_said_so_with_the_reason() {
        story.booking(BookingChange.FAILED);
        await().until(() -> "SENT".equals(column("status")));

        Callbacks.report(reference(), "Failed", "UserInBlackList");

        assertThat(column("status")).isEqualTo("UNDELIVERED");
        assertThat(column("reason")).isEqualTo("Failed UserInBlackList");
        assertThat(told(2).getLast().getChange()).isEqualTo(NotificationChange.UNDELIVERED);
    }

    @Test
    void a_report_that_is_faster_than_our_own_note_is_not_lost() {
        Callbacks.report(reference(), "Success", "");
        story.booking(BookingChange.FAILED);

        await().until(() -> "DELIVERED".equals(column("status")));
        assertThat(told(2))
                .extracting(NotificationEvent::getChange)
                .containsExactly(NotificationChange.SENT, NotificationChange.DELIVERED);
    }

    @Test
    void a_report_without_id_or_status_is_400() {
        Callbacks.call("delivery", Map.of("id", "ATXid_1"))
                .statusCode(400)
                .body("title", equalTo("Unreadable callback"));
        Callbacks.call("delivery", Map.of("status", "Success")).statusCode(400);
    }

    @Test
    void who_does_not_know_the_secret_finds_nothing() {
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("id", "ATXid_1", "status", "Success"))
                .post("/api/notifications/callbacks/africastalking/guessed/delivery")
                .then()
                .statusCode(404);
    }

    @Test
    void who_calls_from_elsewhere_is_403() {
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .header("X-Forwarded-For", "203.0.113.9")
                .formParams(Map.of("id", "ATXid_1", "status", "Success"))
                .post("/api/notifications/callbacks/africastalking/local-sms-callbacks/delivery")
                .then()
                .statusCode(403)
                .body("title", equalTo("Not allowed"));
    }

    private String reference() {
        return "ATXid_" + story.senderPhone.substring(1);
    }

    private List<NotificationEvent> told(int count) {
        UUID messageId = UUID.fromString(column("message_id"));
        try (EventTap tap = EventTap.on(Topics.NOTIFICATION_EVENTS)) {
            await().until(() -> tap.listFor(messageId, NotificationEvent.class).size() >= count);
            List<NotificationEvent> told = tap.listFor(messageId, NotificationEvent.class);
            assertThat(told).hasSize(count);
            return told;
        }
    }

    private String column(String name) {
        return jdbi.withHandle(sql -> sql.createQuery("select m.* from message m where person_id = :person")
                .bind("person", story.sender)
                .mapToMap()
                .findOne()
                .map(row -> String.valueOf(row.get(name)))
                .orElse("-"));
    }
}
