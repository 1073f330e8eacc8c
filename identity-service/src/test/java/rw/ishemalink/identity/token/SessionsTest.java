package rw.ishemalink.identity.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.identity.IdentityChange;
import rw.ishemalink.schemas.identity.IdentityEvent;
import rw.ishemalink.schemas.identity.TokenRevocation;

/** Logins as their owners and administrators see and end them, and what all who verify tokens hear of it. */
@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class SessionsTest {

    private static final String SESSIONS = "/api/auth/sessions";
    private static final String SESSIONS_OF = "/api/auth/people/{id}/sessions";
    private static EventTap revocations;

    @Inject
    Jdbi jdbi;

    @Inject
    UnitOfWork work;

    @Inject
    SessionEnds ends;

    private Account person;

    @BeforeAll
    static void listen() {
        revocations = EventTap.on(Topics.TOKEN_REVOCATIONS);
    }

    @AfterAll
    static void stopListening() {
        revocations.close();
    }

    @BeforeEach
    void somebodyLogsIn() {
        person = Accounts.newcomer();
    }

    @Test
    void a_person_sees_where_they_are_logged_in_and_which_login_asks() {
        Account other = Accounts.login(person.tenant(), person.phone());

        String mine = "find { it.sessionId == '%s' }".formatted(sid(person));
        list(person)
                .then()
                .statusCode(200)
                .body(
                        "sessionId",
                        containsInAnyOrder(sid(person).toString(), sid(other).toString()))
                .body(mine + ".current", equalTo(true))
                .body(mine + ".device", containsString("HttpClient"));
        list(other).then().body(mine + ".current", equalTo(false));
        list(Accounts.newcomer()).then().body("$", hasSize(1));
    }

    @Test
    void a_token_says_how_well_its_owner_is_identified_and_which_login_it_is_of() {
        assertThat(claims(person.accessToken())).contains("\"kyc\":\"PHONE\"", "\"sid\":\"");
        assertThat(claims(person.accessToken())).doesNotContain("client_id", "scope", "agency");

        jdbi.useHandle(
                sql -> sql.execute("update person set kyc = 'CONFIRMED' where person_id = ?", person.personId()));
        Account official = official();

        assertThat(claims(refresh(person).then().statusCode(200).extract().path("accessToken")))
                .contains("\"kyc\":\"CONFIRMED\"", sid(person).toString());
        assertThat(claims(official.accessToken())).contains("\"agency\":\"RRA\"");
    }

    @Test
    void a_login_that_its_owner_ends_is_refused_everywhere_and_the_others_go_on() {
        Account lost = Accounts.login(person.tenant(), person.phone());

        person.call().delete(SESSIONS + "/" + sid(lost)).then().statusCode(204);

        refresh(lost).then().statusCode(401);
        TokenRevocation told =
                revocations.awaitOne(TokenRevocation.class, it -> sid(lost).equals(it.getSessionId()));
        assertThat(told.getPersonId()).isEqualTo(person.personId());
        assertThat(told.getMetadata().getTenant()).isEqualTo(person.tenant());
        assertThat(told.getMetadata().getSequence()).isEqualTo(1);
        assertThat(told.getIssuedUntil()).isAfterOrEqualTo(Instant.now().minusSeconds(120));
        assertThat(told.getExpiresAt()).isAfter(Instant.now().plusSeconds(23 * 3600));
        awaitRefused(lost);
        list(person)
                .then()
                .statusCode(200)
                .body("sessionId", contains(sid(person).toString()));
        person.call().delete(SESSIONS + "/" + sid(lost)).then().statusCode(404);
    }

    @Test
    void nobody_ends_anothers_login() {
        Account other = Accounts.newcomer();

        other.call().delete(SESSIONS + "/" + sid(person)).then().statusCode(404);
        other.call().delete(SESSIONS + "/" + UUID.randomUUID()).then().statusCode(404);
        given().get(SESSIONS).then().statusCode(401);
        given().delete(SESSIONS).then().statusCode(401);
        given().delete(SESSIONS + "/" + sid(person)).then().statusCode(401);

        refresh(person).then().statusCode(200);
    }

    @Test
    void all_logins_but_this_one_end_at_once() {
        List<Account> others = Stream.generate(() -> Accounts.login(person.tenant(), person.phone()))
                .limit(2)
                .toList();

        person.call().delete(SESSIONS).then().statusCode(204);

        others.forEach(other -> refresh(other).then().statusCode(401));
        others.forEach(SessionsTest::awaitRefused);
        list(person).then().statusCode(200).body("$", hasSize(1));
    }

    @Test
    void logout_and_a_stolen_refresh_token_end_access_tokens_too() {
        Account thief = Accounts.login(person.tenant(), person.phone());
        try (EventTap standing = EventTap.on(Topics.IDENTITY_EVENTS)) {
            refresh(thief).then().statusCode(200);
            refresh(thief).then().statusCode(401);
            IdentityEvent told = standing.awaitOne(
                    IdentityEvent.class,
                    it -> it.getPersonId().equals(person.personId()) && it.getChange() == IdentityChange.SESSION_ENDED);
            assertThat(told.getReason()).isEqualTo("REUSE");
            assertThat(told.getActorId()).isNull();
        }
        awaitRefused(thief);

        given().contentType("application/json")
                .body(Map.of("refreshToken", person.refreshToken()))
                .post("/api/auth/logout")
                .then()
                .statusCode(204);
        awaitRefused(person);
    }

    @Test
    void a_change_of_roles_ends_all_tokens_but_not_those_of_the_next_login() {
        Accounts.platformAdmin()
                .call()
                .post("/api/auth/people/{id}/roles/{role}", person.personId(), Role.AGENT)
                .then()
                .statusCode(200);
        Account again = Accounts.login(person.tenant(), person.phone());

        awaitRefused(person);
        TokenRevocation all = revocations.awaitOne(
                TokenRevocation.class, it -> it.getPersonId().equals(person.personId()) && it.getSessionId() == null);
        assertThat(all.getIssuedUntil()).isBefore(Instant.now());
        again.call().get("/api/auth/me").then().statusCode(200);
    }

    @Test
    void an_administrator_ends_the_logins_of_a_person_of_the_tenant_which_is_told() {
        Account admin = Accounts.with(person.tenant(), Role.TENANT_ADMIN);
        try (EventTap standing = EventTap.on(Topics.IDENTITY_EVENTS)) {
            admin.call().delete(SESSIONS_OF, person.personId()).then().statusCode(204);

            IdentityEvent told = standing.awaitOne(
                    IdentityEvent.class,
                    it -> it.getPersonId().equals(person.personId()) && it.getChange() == IdentityChange.SESSION_ENDED);
            assertThat(told.getActorId()).isEqualTo(admin.personId());
            assertThat(told.getMetadata().getSequence()).as("after REGISTERED").isEqualTo(2);
        }
        refresh(person).then().statusCode(401);
        awaitRefused(person);
    }

    @Test
    void an_administrator_of_another_tenant_finds_nobody_and_others_may_not() {
        Account stranger = Accounts.with(Accounts.newTenant(), Role.TENANT_ADMIN);

        stranger.call().delete(SESSIONS_OF, person.personId()).then().statusCode(404);
        stranger.call().delete(SESSIONS_OF, UUID.randomUUID()).then().statusCode(404);
        Accounts.newcomer().call().delete(SESSIONS_OF, person.personId()).then().statusCode(403);
        given().delete(SESSIONS_OF, person.personId()).then().statusCode(401);

        refresh(person).then().statusCode(200);
    }

    @Test
    void the_platforms_administrator_ends_logins_in_any_tenant() {
        Account other = Accounts.login(Accounts.newTenant(), Accounts.newPhone());

        Accounts.platformAdmin()
                .call()
                .delete(SESSIONS_OF, other.personId())
                .then()
                .statusCode(204);

        awaitRefused(other);
    }

    @Test
    void the_logins_of_many_end_in_one_go() {
        List<Account> many = Stream.generate(Accounts::newcomer).limit(3).toList();

        work.run(tx -> ends.endAllOf(
                tx,
                Accounts.TENANT,
                Set.copyOf(many.stream().map(Account::personId).toList()),
                SessionEnd.BLOCKED));

        many.forEach(SessionsTest::awaitRefused);
    }

    private Account official() {
        Account official = Accounts.with(Accounts.TENANT, Role.GOVERNMENT);
        jdbi.useHandle(sql -> sql.execute(
                "update person_role set agency = 'RRA' where role = 'GOVERNMENT' and person_id = ?",
                official.personId()));
        return Accounts.login(official.tenant(), official.phone());
    }

    private static void awaitRefused(Account account) {
        await().untilAsserted(() -> account.call().get("/api/auth/me").then().statusCode(401));
    }

    private static Response list(Account account) {
        return account.call().get(SESSIONS);
    }

    private static Response refresh(Account account) {
        return given().contentType("application/json")
                .body(Map.of("refreshToken", account.refreshToken()))
                .post("/api/auth/tokens/refresh");
    }

    private static UUID sid(Account account) {
        return UUID.fromString(JsonPath.from(claims(account.accessToken())).getString("sid"));
    }

    private static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }
}
