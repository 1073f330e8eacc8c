package rw.ishemalink.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.notification.sending.Night;
import rw.ishemalink.notification.sending.QuietHours;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.notification.Channel;
import rw.ishemalink.schemas.notification.NotificationChange;
import rw.ishemalink.schemas.notification.NotificationEvent;

/** What people do not want to hear, or not now. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
@QuarkusTestResource(OutsideWorld.class)
class WishesTest {

    private static final String PREFERENCES = "/api/notifications/preferences";

    @Inject
    Jdbi jdbi;

    private final Story story = new Story(BookingKind.CARGO_DOMESTIC, Language.RW, null);

    @Test
    void after_stop_a_phone_gets_no_news_but_money_and_after_start_it_does() {
        Callbacks.text(story.senderPhone, " hagarika ", UUID.randomUUID().toString());
        await().until(() -> OutsideWorld.textsTo(story.senderPhone).size() == 1);
        assertThat(OutsideWorld.textsTo(story.senderPhone).getFirst()).contains("TANGIRA");

        story.booking(BookingChange.PICKED_UP);
        await().until(() -> "WITHHELD".equals(status("GOODS_PICKED_UP")));
        story.booking(BookingChange.FAILED);
        await().until(() -> "SENT".equals(status("PAYMENT_TIMED_OUT")));
        assertThat(OutsideWorld.textsTo(story.senderPhone)).hasSize(2);
        NotificationEvent told = told("GOODS_PICKED_UP");
        assertThat(told.getChange()).isEqualTo(NotificationChange.WITHHELD);
        assertThat(told.getReason()).isEqualTo("stopped");

        Callbacks.text(story.senderPhone, "START", UUID.randomUUID().toString());
        await().until(() -> OutsideWorld.textsTo(story.senderPhone).size() == 3);
        story.booking(BookingChange.PICKED_UP);
        await().until(() -> OutsideWorld.textsTo(story.senderPhone).size() == 4);
    }

    @Test
    void a_text_that_comes_twice_is_heard_once() {
        String id = UUID.randomUUID().toString();
        Callbacks.text(story.senderPhone, "STOP", id);
        Callbacks.text(story.senderPhone, "START", UUID.randomUUID().toString());
        Callbacks.text(story.senderPhone, "STOP", id);

        await().until(() -> OutsideWorld.textsTo(story.senderPhone).size() == 2);
        preferences(Map.of("ways", Map.of())).body("stopped", equalTo(false));
    }

    @Test
    void a_text_that_nobody_understands_has_no_effect() {
        Callbacks.text(story.senderPhone, "Muraho neza", UUID.randomUUID().toString());
        given().auth().oauth2(token()).get(PREFERENCES).then().body("stopped", equalTo(false));
    }

    @Test
    void an_inbound_text_without_its_fields_is_400() {
        Callbacks.call("inbound", Map.of("id", "1", "from", story.senderPhone)).statusCode(400);
    }

    @Test
    void an_inbound_text_of_who_does_not_know_the_secret_is_not_heard() {
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("id", "1", "from", story.senderPhone, "to", "8284", "text", "STOP"))
                .post("/api/notifications/callbacks/africastalking/guessed/inbound")
                .then()
                .statusCode(404);
        given().auth().oauth2(token()).get(PREFERENCES).then().body("stopped", equalTo(false));
    }

    @Test
    void who_wants_no_news_of_progress_gets_none() {
        preferences(Map.of("ways", Map.of("PROGRESS", "NONE")))
                .statusCode(200)
                .body("ways.PROGRESS", equalTo("NONE"))
                .body("ways.PAPERS", equalTo("USUAL"))
                .body("ways.CODE", equalTo("USUAL"));

        story.booking(BookingChange.PICKED_UP);
        await().until(() -> "WITHHELD".equals(status("GOODS_PICKED_UP")));
        assertThat(told("GOODS_PICKED_UP").getReason()).isEqualTo("not wanted");

        preferences(Map.of("ways", Map.of("PROGRESS", "USUAL"))).body("ways.PROGRESS", equalTo("USUAL"));
        story.booking(BookingChange.PICKED_UP);
        await().until(() -> OutsideWorld.textsTo(story.senderPhone).size() == 1);
    }

    @Test
    void who_wants_news_in_the_app_pays_for_no_sms() {
        preferences(Map.of("ways", Map.of("PROGRESS", "APP"))).statusCode(200);
        story.booking(BookingChange.PICKED_UP);
        NotificationEvent told = told("GOODS_PICKED_UP");
        assertThat(told.getChange()).isEqualTo(NotificationChange.SENT);
        assertThat(told.getChannel()).isEqualTo(Channel.PUSH);
        assertThat(told.getParts()).isZero();
        assertThat(OutsideWorld.textsTo(story.senderPhone)).isEmpty();
    }

    @Test
    void stop_can_be_taken_back_in_the_app() {
        preferences(Map.of("ways", Map.of(), "stopped", true)).body("stopped", equalTo(true));
        preferences(Map.of("ways", Map.of(), "stopped", false)).body("stopped", equalTo(false));
    }

    @Test
    void codes_money_and_safety_cannot_be_stopped() {
        for (String urgency : new String[] {"CODE", "MONEY", "SAFETY"}) {
            preferences(Map.of("ways", Map.of(urgency, "NONE"))).statusCode(400).body("title", equalTo("Always sent"));
            preferences(Map.of("ways", Map.of(urgency, "APP"))).statusCode(400);
        }
    }

    @Test
    void without_a_token_there_are_no_wishes() {
        given().get(PREFERENCES).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("ways", Map.of()))
                .put(PREFERENCES)
                .then()
                .statusCode(401);
    }

    @Test
    void wishes_that_are_none_are_400() {
        preferences(Map.of("ways", Map.of("PROGRESS", "LOUD"))).statusCode(400);
        preferences(Map.of()).statusCode(400);
    }

    @Test
    void at_night_news_of_progress_waits_and_money_does_not() {
        nightAt("2026-11-22T22:00:00Z");
        story.booking(BookingChange.PICKED_UP);
        story.booking(BookingChange.FAILED);
        await().until(() -> "SENT".equals(status("PAYMENT_TIMED_OUT")));
        await().until(() -> "quiet hours".equals(reason("GOODS_PICKED_UP")));
        assertThat(OutsideWorld.textsTo(story.senderPhone)).hasSize(1);
        assertThat(hoursUntilDue("GOODS_PICKED_UP")).isBetween(5.5, 6.1);

        nightAt("2026-11-23T04:00:00Z");
        jdbi.useHandle(sql -> sql.execute(
                "update message set due_at = now() where person_id = ? and status = 'PENDING'", story.sender));
        await().until(() -> "SENT".equals(status("GOODS_PICKED_UP")));
    }

    private static void nightAt(String now) {
        ZoneId kigali = ZoneId.of("Africa/Kigali");
        Clock clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        QuarkusMock.installMockForType(new Night(QuietHours.parse("21:00-06:00", kigali), clock), Night.class);
    }

    private ValidatableResponse preferences(Map<String, Object> wishes) {
        return given().auth()
                .oauth2(token())
                .contentType(ContentType.JSON)
                .body(wishes)
                .put(PREFERENCES)
                .then();
    }

    private String token() {
        return TestToken.of(Role.SENDER)
                .person(story.sender)
                .phone(story.senderPhone)
                .sign();
    }

    private NotificationEvent told(String template) {
        try (EventTap tap = EventTap.on(Topics.NOTIFICATION_EVENTS)) {
            return tap.awaitOne(
                    NotificationEvent.class,
                    event -> story.sender.equals(event.getPersonId()) && template.equals(event.getTemplate()));
        }
    }

    private String status(String template) {
        return column("status", template);
    }

    private String reason(String template) {
        return column("reason", template);
    }

    private double hoursUntilDue(String template) {
        return Double.parseDouble(column("extract(epoch from due_at - now()) / 3600", template));
    }

    private String column(String expression, String template) {
        return jdbi.withHandle(sql -> sql.createQuery("select (" + expression + ")::text from message"
                        + " where person_id = :person and template = :template order by created_at limit 1")
                .bind("person", story.sender)
                .bind("template", template)
                .mapTo(String.class)
                .findOne()
                .orElse("-"));
    }
}
