package rw.ishemalink.identity.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.secret.MasterKey;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.identity.testing.Race;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.identity.IdentityChange;
import rw.ishemalink.schemas.identity.IdentityEvent;

/** Keys turn over without a token being refused. */
@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class KeyRotationTest {

    private static final String ROTATE = "/api/auth/keys/rotate";

    @Inject
    KeyRotation rotation;

    @Inject
    SigningKeys keys;

    @Inject
    SigningKeyStore store;

    @Inject
    UnitOfWork work;

    @Inject
    MasterKey master;

    @Inject
    Jdbi jdbi;

    @Test
    void the_next_key_is_published_before_it_signs_and_the_old_one_until_its_tokens_end() {
        String old = keys.active().kid();
        String next = kid("NEXT");
        assertThat(published()).contains(old, next);
        Account before = Accounts.newcomer();
        age("NEXT", "created_at", "2 hours 1 minute");

        rotate(false).then().statusCode(204);

        assertThat(keys.active().kid()).isEqualTo(next);
        assertThat(published()).contains(old, next, kid("NEXT")).doesNotHaveDuplicates();
        before.call().get("/api/auth/me").then().statusCode(200);
        Accounts.newcomer().call().get("/api/auth/me").then().statusCode(200);
    }

    @Test
    void a_key_that_not_all_know_yet_signs_only_if_it_must() {
        rotate(false).then().statusCode(409).body("type", equalTo("urn:ishemalink:problem:next-key-not-known"));
        String next = kid("NEXT");
        try (EventTap standing = EventTap.on(Topics.IDENTITY_EVENTS)) {
            rotate(true).then().statusCode(204);
            standing.awaitOne(
                    IdentityEvent.class,
                    it -> it.getChange() == IdentityChange.KEY_ROTATED
                            && Accounts.platformAdmin().personId().equals(it.getActorId()));
        }
        assertThat(keys.active().kid()).isEqualTo(next);
    }

    @Test
    void after_thirty_days_a_key_turns_over_by_itself_and_once_however_many_look() {
        String active = keys.active().kid();
        rotation.look();
        assertThat(keys.active().kid()).isEqualTo(active);
        age("ACTIVE", "active_at", "30 days");
        rotation.look();
        assertThat(keys.active().kid()).isEqualTo(active);
        String next = kid("NEXT");
        age("NEXT", "created_at", "2 hours 1 minute");

        Race.run(4, () -> {
            rotation.look();
            return true;
        });

        assertThat(keys.active().kid()).isEqualTo(next);
        assertThat(kid("NEXT")).isNotEqualTo(next);
    }

    @Test
    void a_retired_key_is_forgotten_when_no_token_of_it_can_be_good() {
        rotate(true).then().statusCode(204);
        // Nobody but this test has a token of this one.
        String old = keys.active().kid();
        rotate(true).then().statusCode(204);
        ageRetired(old, "24 hours 30 minutes");
        rotation.look();
        assertThat(published()).contains(old);

        ageRetired(old, "1 hour");
        rotation.look();

        assertThat(published()).doesNotContain(old);
    }

    @Test
    void another_instance_finds_a_key_that_it_has_not_read_yet() {
        jdbi.useHandle(sql -> sql.execute("delete from signing_key where state = 'NEXT'"));
        SigningKeys other = new SigningKeys(work, store, master);

        await().untilAsserted(() -> assertThat(keys.findByKid(kid("NEXT"))).isPresent());
        assertThat(other.active().kid()).isEqualTo(keys.active().kid());
        assertThat(keys.findByKid("unknown")).isEmpty();
    }

    @Test
    void nobody_but_the_platforms_administrator_turns_keys() {
        given().post(ROTATE).then().statusCode(401);
        Accounts.newcomer().call().post(ROTATE).then().statusCode(403);
        Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN)
                .call()
                .post(ROTATE)
                .then()
                .statusCode(403);
    }

    private static Response rotate(boolean force) {
        return Accounts.platformAdmin()
                .call()
                .queryParams(Map.of("force", force))
                .post(ROTATE);
    }

    private List<String> published() {
        return given().get("/.well-known/jwks.json").jsonPath().getList("keys.kid", String.class);
    }

    private String kid(String state) {
        return jdbi.withHandle(sql -> sql.createQuery("select kid from signing_key where state = ?")
                .bind(0, state)
                .mapTo(String.class)
                .one());
    }

    private void ageRetired(String kid, String by) {
        jdbi.useHandle(sql -> sql.execute(
                "update signing_key set retired_at = retired_at - cast(? as interval) where kid = ?", by, kid));
    }

    private void age(String state, String column, String by) {
        jdbi.useHandle(sql -> sql.execute(
                "update signing_key set " + column + " = " + column + " - cast(? as interval) where state = ?",
                by,
                state));
    }
}
