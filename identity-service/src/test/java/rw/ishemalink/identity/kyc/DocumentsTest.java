package rw.ishemalink.identity.kyc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.identity.IdentityChange;
import rw.ishemalink.schemas.identity.IdentityEvent;
import rw.ishemalink.schemas.identity.KycLevel;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class DocumentsTest {

    private static final String OWN = "/api/auth/me/document";
    private static final String SEEN = "/api/auth/documents/seen";
    private static final String CONFIRM = "/api/auth/people/{id}/document/confirm";

    @Inject
    Jdbi jdbi;

    private final String number = Accounts.newDocumentNumber();
    private Account person;
    private Account agent;

    @BeforeEach
    void somebodyAndAnAgent() {
        person = Accounts.newcomer();
        agent = Accounts.with(Accounts.TENANT, Role.AGENT);
    }

    @Test
    void a_document_counts_once_staff_saw_it_and_more_once_the_platform_confirmed_it() {
        try (EventTap told = EventTap.on(Topics.IDENTITY_EVENTS)) {
            level("PHONE");
            give(person, number, "2099-12-31", 200)
                    .body("numberEnding", equalTo(number.substring(number.length() - 3)))
                    .body("seen", equalTo(false))
                    .body("$", not(hasKey("number")));
            level("PHONE");
            see(agent, spaced(number), 200).body("kyc", equalTo("DOCUMENT"));
            level("DOCUMENT");
            confirm(Accounts.platformAdmin(), 200).body("kyc", equalTo("CONFIRMED"));
            confirm(Accounts.platformAdmin(), 200);
            person.call().get(OWN).then().statusCode(200).body("confirmed", equalTo(true));
            assertThat(told.awaitOne(IdentityEvent.class, event -> is(event, KycLevel.DOCUMENT))
                            .getActorId())
                    .isEqualTo(agent.personId());
            told.awaitOne(IdentityEvent.class, event -> is(event, KycLevel.CONFIRMED));
        }
    }

    @Test
    void nobody_raises_the_own_level_and_no_two_levels_come_from_the_same_eyes() {
        give(agent, number, "2099-12-31", 200);
        agent.call()
                .body(Map.of("phone", agent.phone(), "kind", "NATIONAL_ID", "number", number))
                .post(SEEN)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:ishemalink:problem:four-eyes"));

        give(person, number, "2099-12-31", 200);
        confirm(Accounts.platformAdmin(), 409).body("type", equalTo("urn:ishemalink:problem:document-not-seen"));
        see(Accounts.platformAdmin(), number, 200);
        confirm(Accounts.platformAdmin(), 403).body("type", equalTo("urn:ishemalink:problem:four-eyes"));
        confirm(Accounts.secondAdmin(), 200);
        assertThatThrownBy(() -> update("update identity_document set seen_by = person_id where person_id = ?"))
                .hasMessageContaining("document_seen_by_another");
        assertThatThrownBy(() -> update("update identity_document set confirmed_by = seen_by where person_id = ?"))
                .hasMessageContaining("document_confirmed_by_a_third");
    }

    @Test
    void what_staff_types_is_compared_and_says_nothing_else() {
        give(person, number, "2099-12-31", 200);
        String noSuch = "urn:ishemalink:problem:document-differs";
        see(agent, Accounts.newDocumentNumber(), 409).body("type", equalTo(noSuch));
        agent.call()
                .body(Map.of("phone", person.phone(), "kind", "PASSPORT", "number", number))
                .post(SEEN)
                .then()
                .statusCode(409)
                .body("type", equalTo(noSuch));
        agent.call()
                .body(Map.of("phone", Accounts.newPhone(), "kind", "NATIONAL_ID", "number", number))
                .post(SEEN)
                .then()
                .statusCode(409)
                .body("type", equalTo(noSuch));
        see(Accounts.with(Accounts.newTenant(), Role.AGENT), number, 409);
        level("PHONE");
    }

    @Test
    void another_document_has_to_be_seen_again_and_the_same_one_has_not() {
        Accounts.identified(person, number);
        give(person, number, "2099-12-31", 200).body("seen", equalTo(true));
        level("DOCUMENT");

        give(person, Accounts.newDocumentNumber(), "2099-12-31", 200).body("seen", equalTo(false));
        level("PHONE");
    }

    @Test
    void a_document_that_is_over_identifies_nobody() {
        give(person, number, "2020-01-01", 400).body("type", equalTo("urn:ishemalink:problem:document-over"));
        person.call().get(OWN).then().statusCode(404);

        Accounts.identified(person, number);
        update("update identity_document set valid_until = date '2020-01-01' where person_id = ?");
        await().untilAsserted(() -> level("PHONE"));
        see(agent, number, 409);
        confirm(Accounts.platformAdmin(), 404);
    }

    @Test
    void the_number_is_nowhere_in_clear_and_a_copy_has_it() {
        give(person, number, "2099-12-31", 200);
        assertThat(PrivacyTrial.tablesWith(jdbi, number)).isEmpty();
    }

    @Test
    void who_may_not_is_refused() {
        given().get(OWN).then().statusCode(401);
        given().contentType("application/json").body(Map.of()).put(OWN).then().statusCode(401);
        given().contentType("application/json").body(Map.of()).post(SEEN).then().statusCode(401);
        given().post(CONFIRM, person.personId()).then().statusCode(401);
        see(person, number, 403);
        confirm(agent, 403);
        confirm(Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN), 403);
        Accounts.platformAdmin().call().post(CONFIRM, UUID.randomUUID()).then().statusCode(404);
        give(person, "x", "2099-12-31", 400);
    }

    private static String spaced(String number) {
        return number.substring(0, 1) + " " + number.substring(1, 5) + "-" + number.substring(5);
    }

    private static ValidatableResponse give(Account by, String number, String validUntil, int status) {
        return by.call()
                .body(Map.of("kind", "NATIONAL_ID", "number", number, "validUntil", validUntil))
                .put(OWN)
                .then()
                .statusCode(status);
    }

    private ValidatableResponse see(Account by, String shown, int status) {
        return by.call()
                .body(Map.of("phone", person.phone(), "kind", "NATIONAL_ID", "number", shown))
                .post(SEEN)
                .then()
                .statusCode(status);
    }

    private ValidatableResponse confirm(Account by, int status) {
        return by.call().post(CONFIRM, person.personId()).then().statusCode(status);
    }

    private void level(String level) {
        person.call().get("/api/auth/me").then().statusCode(200).body("kyc", equalTo(level));
    }

    private boolean is(IdentityEvent event, KycLevel level) {
        return event.getPersonId().equals(person.personId())
                && event.getChange() == IdentityChange.KYC_CHANGED
                && event.getKycLevel() == level;
    }

    private void update(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql, person.personId()));
    }
}
