package rw.ishemalink.identity.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.Codes;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.identity.IdentityChange;
import rw.ishemalink.schemas.identity.IdentityEvent;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class BlocksTest {

    private static final String BLOCK = "/api/auth/people/{id}/block";
    private static final Map<String, String> FRAUD = Map.of("reason", "FRAUD");

    private Account person;
    private Account admin;

    @BeforeEach
    void somebodyAndAnAdministrator() {
        person = Accounts.newcomer();
        admin = Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN);
    }

    @Test
    void who_is_blocked_is_logged_out_and_stays_out_until_let_in_again() {
        try (EventTap told = EventTap.on(Topics.IDENTITY_EVENTS)) {
            admin.call().body(FRAUD).put(BLOCK, person.personId()).then().statusCode(204);
            admin.call().body(FRAUD).put(BLOCK, person.personId()).then().statusCode(204);
            given().contentType("application/json")
                    .body(Map.of("refreshToken", person.refreshToken()))
                    .post("/api/auth/tokens/refresh")
                    .then()
                    .statusCode(401);
            String code = Accounts.newCode(person);
            exchange(Codes.otherThan(code), 400, "code-refused");
            exchange(code, 403, "person-blocked");

            admin.call().delete(BLOCK, person.personId()).then().statusCode(204);
            Codes.exchange(Accounts.TENANT, person.phone(), code).then().statusCode(200);
            IdentityEvent blocked = told.awaitOne(IdentityEvent.class, event -> is(event, IdentityChange.BLOCKED));
            assertThat(blocked.getReason()).isEqualTo("FRAUD");
            assertThat(blocked.getActorId()).isEqualTo(admin.personId());
            told.awaitOne(IdentityEvent.class, event -> is(event, IdentityChange.UNBLOCKED));
            assertThat(told.listFor(person.personId(), IdentityEvent.class))
                    .filteredOn(event -> is(event, IdentityChange.BLOCKED))
                    .hasSize(1);
        }
    }

    @Test
    void a_stranger_who_asks_for_a_code_cannot_tell_who_is_blocked() {
        admin.call().body(FRAUD).put(BLOCK, person.personId()).then().statusCode(204);

        String ofBlocked = Codes.request(Accounts.TENANT, person.phone())
                .then()
                .statusCode(202)
                .extract()
                .asString();
        String ofNobody = Codes.request(Accounts.TENANT, Accounts.newPhone())
                .then()
                .statusCode(202)
                .extract()
                .asString();
        assertThat(ofBlocked).isEqualTo(ofNobody);
        exchange("000000", 400, "code-refused");
    }

    @Test
    void nobody_blocks_above_or_beside_themselves() {
        Account platform = Accounts.platformAdmin();
        admin.call().body(FRAUD).put(BLOCK, platform.personId()).then().statusCode(403);
        admin.call().body(FRAUD).put(BLOCK, admin.personId()).then().statusCode(403);
        admin.call().body(FRAUD).put(BLOCK, UUID.randomUUID()).then().statusCode(404);
        admin.call()
                .body(Map.of("reason", "WHIM"))
                .put(BLOCK, person.personId())
                .then()
                .statusCode(400);
        Account elsewhere = Accounts.with(Accounts.newTenant(), Role.TENANT_ADMIN);
        elsewhere.call().body(FRAUD).put(BLOCK, person.personId()).then().statusCode(404);
        elsewhere.call().delete(BLOCK, person.personId()).then().statusCode(404);
        person.call().body(FRAUD).put(BLOCK, admin.personId()).then().statusCode(403);
        given().contentType("application/json")
                .body(FRAUD)
                .put(BLOCK, person.personId())
                .then()
                .statusCode(401);
        person.call().get("/api/auth/me").then().statusCode(200);
    }

    private boolean is(IdentityEvent event, IdentityChange change) {
        return event.getPersonId().equals(person.personId()) && event.getChange() == change;
    }

    private void exchange(String code, int status, String problem) {
        Codes.exchange(Accounts.TENANT, person.phone(), code)
                .then()
                .statusCode(status)
                .body("type", equalTo("urn:ishemalink:problem:" + problem));
    }
}
