package rw.ishemalink.identity.recovery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.people.PersonSeal;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.Codes;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.identity.IdentityChange;
import rw.ishemalink.schemas.identity.IdentityEvent;
import rw.ishemalink.schemas.notification.NotificationRequest;
import rw.ishemalink.schemas.notification.RequestedTemplate;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class RecoveriesTest {

    private static final String RECOVERIES = "/api/auth/recoveries";
    private static final String ACT = RECOVERIES + "/{id}/{act}";

    @Inject
    Jdbi jdbi;

    @Inject
    PersonSeal seal;

    private final String number = Accounts.newDocumentNumber();
    private final String newPhone = Accounts.newPhone();
    private Account person;
    private Account agent;

    @BeforeEach
    void somebodyWhoseDocumentWasSeen() {
        person = Accounts.identified(number);
        agent = Accounts.with(Accounts.TENANT, Role.AGENT);
    }

    @Test
    void the_account_moves_once_staff_saw_the_person_and_the_old_phone_had_its_time() {
        try (EventTap told = EventTap.on(Topics.IDENTITY_EVENTS)) {
            String id = begun();
            NotificationRequest warning = Codes.awaitMessage(Accounts.TENANT, person.phone(), Accounts.wrote(person));
            assertThat(warning.getTemplate()).isEqualTo(RequestedTemplate.RECOVERY_BEGUN);
            assertThat(warning.getParameters()).isEqualTo(Map.of("hours", "24"));
            assertThat(PrivacyTrial.tablesWith(jdbi, newPhone)).isEmpty();
            agent.call()
                    .get(RECOVERIES)
                    .then()
                    .statusCode(200)
                    .body("find { it.recoveryId == '" + id + "' }.newPhoneEnding", equalTo(newPhone.substring(10)));
            approve(agent, id, number, 200).body("state", equalTo("APPROVED"));
            assertThat(state(id)).isEqualTo("APPROVED");

            timePasses(id, "24 hours");
            await().untilAsserted(() -> assertThat(state(id)).isEqualTo("DONE"));
            Accounts.moved(person, newPhone);
            given().contentType("application/json")
                    .body(Map.of("refreshToken", person.refreshToken()))
                    .post("/api/auth/tokens/refresh")
                    .then()
                    .statusCode(401);
            assertThat(Accounts.login(Accounts.TENANT, newPhone).personId()).isEqualTo(person.personId());
            assertThat(countWith(person.phone())).isZero();
            told.awaitOne(IdentityEvent.class, event -> is(event, IdentityChange.RECOVERED));
            assertThat(told.listFor(person.personId(), IdentityEvent.class))
                    .extracting(IdentityEvent::getChange)
                    .containsSubsequence(IdentityChange.RECOVERY_BEGUN, IdentityChange.RECOVERED);
        }
        try (EventTap sent = EventTap.on(Topics.NOTIFICATION_REQUESTS)) {
            for (String phone : List.of(person.phone(), newPhone)) {
                sent.awaitOne(
                        NotificationRequest.class,
                        request -> request.getTemplate() == RequestedTemplate.RECOVERED
                                && request.getPhone().equals(phone));
            }
        }
    }

    @Test
    void nothing_moves_before_the_old_phone_had_its_time() {
        String id = begun();
        approve(agent, id, number, 200);

        assertThat(jdbi.<Boolean, RuntimeException>withHandle(sql -> sql.createQuery(
                                "select moves_after = asked_at + interval '24 hours' from recovery where recovery_id ="
                                        + " ?")
                        .bind(0, UUID.fromString(id))
                        .mapTo(Boolean.class)
                        .one()))
                .isTrue();
        assertThatThrownBy(
                        () -> update("update recovery set state = 'DONE', closed_at = now() where recovery_id = ?", id))
                .hasMessageContaining("recovery_waits");
        assertThatThrownBy(() -> update("update recovery set approved_by = person_id where recovery_id = ?", id))
                .hasMessageContaining("recovery_approved_by_another");
    }

    @Test
    void the_old_phone_stops_it() {
        String id = begun();
        approve(agent, id, number, 200);
        person.call().get("/api/auth/me/recoveries").then().statusCode(200).body("recoveryId", contains(id));
        Accounts.newcomer().call().post(ACT, id, "refuse").then().statusCode(404);
        person.call().post(ACT, id, "refuse").then().statusCode(204);

        assertThat(state(id)).isEqualTo("REFUSED");
        person.call().post(ACT, id, "refuse").then().statusCode(404);
        approve(agent, id, number, 404);
        assertThat(countWith(person.phone())).isEqualTo(1);
    }

    @Test
    void who_asks_cannot_tell_what_is_known() {
        String right = ask(person.phone(), number);
        String wrongNumber = ask(person.phone(), Accounts.newDocumentNumber());
        String unknownPhone = ask(Accounts.newPhone(), number);
        String withoutDocument = ask(Accounts.newcomer().phone(), number);

        assertThat(List.of(wrongNumber, unknownPhone, withoutDocument)).containsOnly(right);
        assertThat(jdbi.<Long, RuntimeException>withHandle(
                        sql -> sql.createQuery("select count(*) from recovery where person_id = ?")
                                .bind(0, person.personId())
                                .mapTo(Long.class)
                                .one()))
                .isEqualTo(1);
    }

    @Test
    void guessing_the_number_ends_after_five_tries_a_day() {
        for (int i = 0; i < 5; i++) {
            ask(person.phone(), Accounts.newDocumentNumber());
        }
        ask(person.phone(), number);
        own().body("$", equalTo(List.of()));

        update(
                "update person set recovery_since = recovery_since - interval '1 day' where person_id = ?",
                person.personId().toString());
        ask(person.phone(), number);
        own().body("state", contains("ASKED"));
    }

    @Test
    void staff_types_the_number_they_see_and_moves_nobody_above_themselves() {
        String id = begun();
        approve(agent, id, Accounts.newDocumentNumber(), 409)
                .body("type", equalTo("urn:ishemalink:problem:document-differs"));
        Account elsewhere = Accounts.with(Accounts.newTenant(), Role.AGENT);
        approve(elsewhere, id, number, 404);
        elsewhere.call().get(RECOVERIES).then().statusCode(200).body("recoveryId", not(hasItem(id)));

        String papers = Accounts.newDocumentNumber();
        Account auditor = Accounts.identified(Accounts.with(Accounts.TENANT, Role.AUDITOR), papers);
        ask(auditor.phone(), papers);
        String ofAuditor =
                auditor.call().get("/api/auth/me/recoveries").then().extract().path("[0].recoveryId");
        approve(agent, ofAuditor, papers, 403).body("type", equalTo("urn:ishemalink:problem:person-above-caller"));
        approve(Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN), ofAuditor, papers, 200);
    }

    @Test
    void an_account_does_not_swallow_another() {
        Account other = Accounts.newcomer();
        ask(person.phone(), other.phone(), number);
        String id = own().extract().path("[0].recoveryId");

        approve(agent, id, number, 409).body("type", equalTo("urn:ishemalink:problem:phone-taken"));
        approveInDatabase(id);
        timePasses(id, "24 hours");
        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("REFUSED"));
        assertThat(countWith(person.phone())).isEqualTo(1);
    }

    @Test
    void what_staff_never_saw_is_over_after_a_week() {
        String id = begun();
        timePasses(id, "7 days");

        await().untilAsserted(() -> assertThat(state(id)).isEqualTo("EXPIRED"));
        begun();
    }

    @Test
    void who_may_not_is_refused() {
        given().get(RECOVERIES).then().statusCode(401);
        given().get("/api/auth/me/recoveries").then().statusCode(401);
        given().post(ACT, UUID.randomUUID(), "refuse").then().statusCode(401);
        person.call().get(RECOVERIES).then().statusCode(403);
        approve(person, begun(), number, 403);
        approve(agent, UUID.randomUUID().toString(), number, 404);
        given().contentType("application/json")
                .body(Map.of("oldPhone", "1", "newPhone", newPhone, "documentNumber", number))
                .post(RECOVERIES)
                .then()
                .statusCode(400);
    }

    private String begun() {
        ask(person.phone(), number);
        return own().extract().path("[0].recoveryId");
    }

    private ValidatableResponse own() {
        return person.call().get("/api/auth/me/recoveries").then().statusCode(200);
    }

    private String ask(String oldPhone, String documentNumber) {
        return ask(oldPhone, newPhone, documentNumber);
    }

    private static String ask(String oldPhone, String to, String documentNumber) {
        return given().contentType("application/json")
                .body(Map.of("oldPhone", oldPhone, "newPhone", to, "documentNumber", documentNumber))
                .post(RECOVERIES)
                .then()
                .statusCode(202)
                .extract()
                .asString();
    }

    private static ValidatableResponse approve(Account by, String id, String documentNumber, int status) {
        return by.call()
                .body(Map.of("documentNumber", documentNumber))
                .post(ACT, id, "approve")
                .then()
                .statusCode(status);
    }

    private void approveInDatabase(String id) {
        jdbi.useHandle(sql -> sql.execute(
                "update recovery set state = 'APPROVED', approved_by = ?, approved_at = now() where recovery_id = ?",
                agent.personId(),
                UUID.fromString(id)));
    }

    private void timePasses(String id, String by) {
        jdbi.useHandle(sql -> sql.execute("""
                update recovery set asked_at = asked_at - cast(? as interval), moves_after = moves_after - cast(? as interval),
                       expires_at = expires_at - cast(? as interval) where recovery_id = ?""", by, by, by, UUID.fromString(id)));
    }

    private String state(String id) {
        return jdbi.withHandle(sql -> sql.createQuery("select state from recovery where recovery_id = ?")
                .bind(0, UUID.fromString(id))
                .mapTo(String.class)
                .one());
    }

    private long countWith(String phone) {
        return jdbi.withHandle(sql -> sql.createQuery("select count(*) from person where phone_index = ?")
                .bind(0, seal.index(Accounts.TENANT, new Phone(phone)))
                .mapTo(Long.class)
                .one());
    }

    private boolean is(IdentityEvent event, IdentityChange change) {
        return event.getPersonId().equals(person.personId()) && event.getChange() == change;
    }

    private void update(String sql, String id) {
        jdbi.useHandle(handle -> handle.execute(sql, UUID.fromString(id)));
    }
}
