package rw.ishemalink.identity.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.identity.IdentityChange;
import rw.ishemalink.schemas.identity.IdentityEvent;
import rw.ishemalink.schemas.identity.TokenRevocation;

/** How the platform's administrator registers clients, renews their secrets and ends them. */
@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class ClientsTest {

    private static final String CLIENTS = "/api/auth/clients";

    @Inject
    Jdbi jdbi;

    @Test
    void a_secret_is_shown_once_and_kept_nowhere() {
        Registered shop = Registered.shop();

        assertThat(shop.secret()).hasSize(43);
        String mine = "find { it.clientId == '%s' }".formatted(shop.clientId());
        Accounts.platformAdmin()
                .call()
                .get(CLIENTS)
                .then()
                .statusCode(200)
                .body(mine + ".name", equalTo("Iduka & Co"))
                .body(mine + ".subjectId", equalTo(shop.subjectId().toString()))
                .body(mine, not(hasKey("clientSecret")));
        long kept = jdbi.withHandle(sql -> sql.createQuery(
                        "select count(*) from oauth_client where strpos(cast(oauth_client as text), ?) > 0")
                .bind(0, shop.secret())
                .mapTo(Long.class)
                .one());
        assertThat(kept).isZero();
        ownToken(shop.clientId(), shop.secret()).then().statusCode(200);
    }

    @Test
    void a_client_that_cannot_keep_a_secret_gets_none() {
        assertThat(Registered.with(publicApp()).secret()).isEmpty();
    }

    @Test
    void an_id_is_good_for_one_client_for_ever() {
        Registered shop = Registered.shop();
        Map<String, Object> again = Registered.form();
        again.put("clientId", shop.clientId());

        register(again).then().statusCode(409);
        end(shop).then().statusCode(204);
        register(again).then().statusCode(409);
        end(shop).then().statusCode(404);
        rotate(shop).then().statusCode(404);
    }

    @Test
    void a_form_that_does_not_add_up_is_refused() {
        refused(Map.of("redirectUris", List.of("javascript:alert(1)")));
        refused(Map.of("redirectUris", List.of("http://shop.example.rw/back")));
        refused(Map.of("redirectUris", List.of("https://shop.example.rw/back#here")));
        refused(Map.of("redirectUris", List.of("shop:back")));
        refused(Map.of("redirectUris", List.of()));
        refused(Map.of("scopes", List.of("feeds:read")));
        refused(Map.of("role", "GOVERNMENT"));
        refused(Map.of("role", "PLATFORM_ADMIN"));
        refused(Map.of("confidential", false));
        refused(Map.of("grants", List.of()));
        refused(Map.of("clientId", "A Shop"));
        register(Map.of("clientId", "shop")).then().statusCode(400);
        Map<String, Object> elsewhere = Registered.form();
        elsewhere.put("tenant", "nowhere");
        register(elsewhere).then().statusCode(404);
    }

    @Test
    void a_new_secret_ends_the_old_one() {
        Registered shop = Registered.shop();

        String secret = rotate(shop).then().statusCode(200).extract().path("clientSecret");

        ownToken(shop.clientId(), shop.secret()).then().statusCode(401).body("error", equalTo("invalid_client"));
        ownToken(shop.clientId(), secret).then().statusCode(200);
    }

    @Test
    void a_client_that_is_ended_gets_nothing_and_what_it_has_is_refused() {
        Registered shop = Registered.shop();
        try (EventTap revocations = EventTap.on(Topics.TOKEN_REVOCATIONS);
                EventTap standing = EventTap.on(Topics.IDENTITY_EVENTS)) {
            end(shop).then().statusCode(204);

            TokenRevocation told = revocations.awaitOne(
                    TokenRevocation.class, it -> it.getPersonId().equals(shop.subjectId()));
            assertThat(told.getSessionId()).isNull();
            IdentityEvent ended = standing.awaitOne(
                    IdentityEvent.class,
                    it -> it.getPersonId().equals(shop.subjectId()) && it.getChange() == IdentityChange.CLIENT_ENDED);
            assertThat(ended.getActorId()).isEqualTo(Accounts.platformAdmin().personId());
            assertThat(ended.getRole()).isEqualTo("SERVICE");
            assertThat(ended.getMetadata().getSequence()).isEqualTo(2);
            standing.awaitOne(
                    IdentityEvent.class,
                    it -> it.getPersonId().equals(shop.subjectId()) && it.getChange() == IdentityChange.CLIENT_MADE);
        }
        ownToken(shop.clientId(), shop.secret()).then().statusCode(401);
        new Browser().open(shop.login()).then().statusCode(400);
        Accounts.platformAdmin()
                .call()
                .get(CLIENTS)
                .then()
                .body("find { it.clientId == '%s' }.endedAt".formatted(shop.clientId()), notNullValue());
    }

    @Test
    void nobody_but_the_platforms_administrator_sees_or_changes_clients() {
        Registered shop = Registered.shop();
        Account tenantAdmin = Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN);
        String path = CLIENTS + "/" + shop.clientId();
        for (Account other : List.of(tenantAdmin, Accounts.newcomer())) {
            other.call().get(CLIENTS).then().statusCode(403);
            other.call().body(Registered.form()).post(CLIENTS).then().statusCode(403);
            other.call().post(path + "/secret").then().statusCode(403);
            other.call().delete(path).then().statusCode(403);
        }
        given().get(CLIENTS).then().statusCode(401);
        given().contentType("application/json")
                .body(Registered.form())
                .post(CLIENTS)
                .then()
                .statusCode(401);
        given().post(path + "/secret").then().statusCode(401);
        given().delete(path).then().statusCode(401);

        ownToken(shop.clientId(), shop.secret()).then().statusCode(200);
    }

    @Test
    void the_client_of_the_ussd_part_is_there_from_the_start() {
        Accounts.platformAdmin()
                .call()
                .get(CLIENTS)
                .then()
                .body("clientId", hasItem("ussd"))
                .body("find { it.clientId == 'ussd' }.grants", equalTo(List.of("TOKEN_EXCHANGE")))
                .body("find { it.clientId == 'ussd' }.endedAt", nullValue());
    }

    private static Map<String, Object> publicApp() {
        Map<String, Object> app = new HashMap<>();
        app.put("confidential", false);
        app.put("grants", List.of("AUTHORIZATION_CODE", "REFRESH_TOKEN"));
        app.put("role", null);
        return app;
    }

    private static void refused(Map<String, Object> changes) {
        Map<String, Object> form = Registered.form();
        form.putAll(changes);
        register(form).then().statusCode(400);
    }

    private static Response register(Map<String, Object> form) {
        return Accounts.platformAdmin().call().body(form).post(CLIENTS);
    }

    private static Response rotate(Registered client) {
        return Accounts.platformAdmin().call().post(CLIENTS + "/" + client.clientId() + "/secret");
    }

    private static Response end(Registered client) {
        return Accounts.platformAdmin().call().delete(CLIENTS + "/" + client.clientId());
    }

    private static Response ownToken(String clientId, String secret) {
        return given().auth()
                .preemptive()
                .basic(clientId, secret)
                .contentType("application/x-www-form-urlencoded")
                .formParam("grant_type", "client_credentials")
                .post("/oauth2/token");
    }
}
