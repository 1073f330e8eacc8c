package rw.ishemalink.identity.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.identity.testing.Race;

/** What the token endpoint and its neighbours refuse, and in which words (RFC 6749, 7009, 7662). */
@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class TokenEndpointTest {

    private final Browser browser = new Browser();
    private final String phone = Accounts.newPhone();
    private Registered shop;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aShopIsRegistered() {
        shop = Registered.shop();
    }

    @Test
    void a_code_works_once_and_shown_again_ends_the_login_that_came_of_it() {
        String code = code(shop);
        JsonPath tokens = redeem(shop, code)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();
        assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
        assertThat(tokens.getLong("expires_in")).isEqualTo(3600);
        assertThat(tokens.getString("scope")).isEqualTo("openid phone");

        refused(redeem(shop, code), 400, "invalid_grant");

        refused(
                post(shop, Map.of("grant_type", "refresh_token", "refresh_token", tokens.getString("refresh_token"))),
                400,
                "invalid_grant");
        introspect(shop, tokens.getString("access_token")).then().body("active", equalTo(false));
    }

    @Test
    void of_many_who_redeem_a_code_at_once_one_wins() {
        String code = code(shop);

        List<Integer> answers = Race.run(6, () -> redeem(shop, code).statusCode());

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status != 200)
                .containsOnly(400);
    }

    @Test
    void a_code_is_of_no_use_to_another_client_and_that_changes_nothing() {
        String code = code(shop);

        refused(redeem(Registered.shop(), code), 400, "invalid_grant");

        redeem(shop, code).then().statusCode(200);
    }

    @Test
    void a_code_without_the_right_verifier_or_address_is_burnt() {
        for (Map<String, String> wrong : List.of(
                Map.of("code_verifier", "x".repeat(43)),
                Map.of("code_verifier", "short"),
                Map.of("redirect_uri", Registered.BACK + "/"))) {
            Registered client = Registered.with(Map.of("trusted", true));
            String newPhone = Accounts.newPhone();
            Browser other = new Browser();
            other.open(client.login());
            String code = Browser.parameter(other.logIn(newPhone), "code");
            Map<String, String> form = new HashMap<>(redemption(code));
            form.putAll(wrong);

            refused(post(client, form), 400, "invalid_grant");
            refused(redeem(client, code), 400, "invalid_grant");
        }
    }

    @Test
    void a_code_is_over_after_a_minute() {
        String code = code(shop);
        jdbi.useHandle(sql -> sql.execute(
                "update oauth_code set expires_at = expires_at - interval '1 minute' where client_id = ?",
                shop.clientId()));

        refused(redeem(shop, code), 400, "invalid_grant");
    }

    @Test
    void neither_codes_nor_tokens_are_in_the_database() {
        String code = code(shop);
        String refreshToken = redeem(shop, code).path("refresh_token");

        for (String table : List.of("oauth_code", "refresh_token", "refresh_family")) {
            long kept = jdbi.withHandle(sql -> sql.createQuery("select count(*) from " + table + " t where"
                            + " strpos(cast(t as text), :code) > 0 or strpos(cast(t as text), :token) > 0")
                    .bind("code", code)
                    .bind("token", refreshToken)
                    .mapTo(Long.class)
                    .one());
            assertThat(kept).isZero();
        }
    }

    @Test
    void a_refresh_token_is_good_only_for_its_client_and_its_endpoint() {
        String token = redeem(shop, code(shop)).path("refresh_token");
        Map<String, String> form = Map.of("grant_type", "refresh_token", "refresh_token", token);
        Account person = Accounts.newcomer();

        refused(post(Registered.shop(), form), 400, "invalid_grant");
        given().contentType("application/json")
                .body(Map.of("refreshToken", token))
                .post("/api/auth/tokens/refresh")
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .body(Map.of("refreshToken", token))
                .post("/api/auth/logout")
                .then()
                .statusCode(204);
        refused(
                post(shop, Map.of("grant_type", "refresh_token", "refresh_token", person.refreshToken())),
                400,
                "invalid_grant");

        post(shop, form).then().statusCode(200).body("id_token", containsString("."));
    }

    @Test
    void a_client_that_is_not_registered_for_it_keeps_no_login_alive() {
        Registered once =
                Registered.with(Map.of("grants", List.of("AUTHORIZATION_CODE"), "role", "SERVICE", "trusted", true));
        browser.open(once.login());
        String code = Browser.parameter(browser.logIn(phone), "code");

        redeem(once, code).then().statusCode(200).body("$", not(hasKey("refresh_token")));
        refused(post(once, Map.of("grant_type", "refresh_token", "refresh_token", "x")), 400, "unauthorized_client");
        refused(post(once, Map.of("grant_type", "client_credentials")), 400, "unauthorized_client");
    }

    @Test
    void a_public_client_proves_itself_by_the_verifier_alone() {
        Map<String, Object> form = new HashMap<>();
        form.put("confidential", false);
        form.put("grants", List.of("AUTHORIZATION_CODE", "REFRESH_TOKEN"));
        form.put("role", null);
        form.put("redirectUris", List.of("rw.example.app:/back", Registered.BACK));
        Registered app = Registered.with(form);
        String code = code(app);
        Map<String, String> redemption = new HashMap<>(redemption(code));
        redemption.put("client_id", app.clientId());

        String token = form(redemption, "/oauth2/token")
                .then()
                .statusCode(200)
                .extract()
                .path("refresh_token");

        redemption.put("client_secret", "guessed");
        refused(form(redemption, "/oauth2/token"), 401, "invalid_client");
        refused(form(Map.of("client_id", app.clientId(), "token", token), "/oauth2/introspect"), 401, "invalid_client");
        form(Map.of("client_id", app.clientId(), "token", token), "/oauth2/revoke")
                .then()
                .statusCode(200);
        refused(
                form(
                        Map.of("client_id", app.clientId(), "grant_type", "refresh_token", "refresh_token", token),
                        "/oauth2/token"),
                400,
                "invalid_grant");
    }

    @Test
    void a_client_that_does_not_prove_itself_is_refused_everywhere() {
        for (String path : List.of("/oauth2/token", "/oauth2/introspect", "/oauth2/revoke")) {
            refused(form(Map.of(), path), 401, "invalid_client");
            refused(form(Map.of("client_id", shop.clientId()), path), 401, "invalid_client");
            refused(form(Map.of("client_id", "unknown", "client_secret", "x"), path), 401, "invalid_client");
            refused(basic(shop.clientId(), "wrong", Map.of("token", "x"), path), 401, "invalid_client");
            refused(
                    basic(shop.clientId(), shop.secret(), Map.of("client_secret", shop.secret()), path),
                    400,
                    "invalid_request");
            given().header("Authorization", "Basic !!")
                    .contentType("application/x-www-form-urlencoded")
                    .post(path)
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", containsString("Basic"))
                    .body("error", equalTo("invalid_client"));
        }
    }

    @Test
    void a_malformed_request_is_told_so() {
        refused(post(shop, Map.of()), 400, "invalid_request");
        refused(post(shop, Map.of("grant_type", "password")), 400, "unsupported_grant_type");
        refused(post(shop, Map.of("grant_type", "authorization_code")), 400, "invalid_request");
        refused(post(shop, Map.of("grant_type", "refresh_token")), 400, "invalid_request");
        refused(post(shop, Map.of("grant_type", "client_credentials", "scope", "other")), 400, "invalid_scope");
        refused(
                given().contentType("application/x-www-form-urlencoded")
                        .formParam("grant_type", "client_credentials", "client_credentials")
                        .auth()
                        .preemptive()
                        .basic(shop.clientId(), shop.secret())
                        .post("/oauth2/token"),
                400,
                "invalid_request");
        given().contentType("application/json")
                .body("{}")
                .post("/oauth2/token")
                .then()
                .statusCode(415);
    }

    @Test
    void an_agencys_client_acts_for_its_agency_with_the_scopes_that_it_asks_for() {
        Registered agency = Registered.with(Map.of(
                "grants",
                List.of("CLIENT_CREDENTIALS"),
                "role",
                "GOVERNMENT",
                "agency",
                "RRA",
                "scopes",
                List.of("feeds:read", "feeds:write")));

        String token = post(agency, Map.of("grant_type", "client_credentials", "scope", "feeds:read"))
                .then()
                .statusCode(200)
                .body("scope", equalTo("feeds:read"))
                .body("$", not(hasKey("refresh_token")))
                .body("$", not(hasKey("id_token")))
                .extract()
                .path("access_token");

        JsonPath claims = claims(token);
        assertThat(claims.getString("sub")).isEqualTo(agency.subjectId().toString());
        assertThat(claims.getList("groups")).containsExactly("GOVERNMENT");
        assertThat(claims.getString("agency")).isEqualTo("RRA");
        assertThat(claims.getString("client_id")).isEqualTo(agency.clientId());
        assertThat(claims.getString("scope")).isEqualTo("feeds:read");
        assertThat(claims.getString("aud")).contains("ishemalink");
        assertThat(claims.getString("sid")).isNull();
        refused(
                basic(agency.clientId(), agency.secret(), Map.of("token", token), "/oauth2/revoke"),
                400,
                "unsupported_token_type");
        given().auth().oauth2(token).get("/oauth2/userinfo").then().statusCode(401);
    }

    @Test
    void a_client_looks_at_tokens_of_others_only_if_it_is_registered_for_it() {
        Account person = Accounts.newcomer();
        Registered guard =
                Registered.with(Map.of("grants", List.of("CLIENT_CREDENTIALS"), "scopes", List.of("introspect")));

        introspect(shop, person.accessToken()).then().statusCode(200).body("active", equalTo(false));
        introspect(guard, person.accessToken())
                .then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("sub", equalTo(person.personId().toString()))
                .body("tenant", equalTo("ishemalink"));
        introspect(guard, person.refreshToken()).then().body("active", equalTo(true));
        introspect(guard, "eyJhbGciOiJub25lIn0.e30.").then().body("$", equalTo(Map.of("active", false)));
        person.call()
                .delete("/api/auth/sessions/" + claims(person.accessToken()).getString("sid"))
                .then()
                .statusCode(204);
        introspect(guard, person.accessToken()).then().body("active", equalTo(false));
        introspect(guard, person.refreshToken()).then().body("active", equalTo(false));
    }

    @Test
    void a_client_ends_no_login_of_another() {
        String token = redeem(shop, code(shop)).path("access_token");
        Registered other = Registered.shop();

        basic(other.clientId(), other.secret(), Map.of("token", token), "/oauth2/revoke")
                .then()
                .statusCode(200);
        introspect(shop, token).then().body("active", equalTo(true));
        basic(shop.clientId(), shop.secret(), Map.of("token", token), "/oauth2/revoke")
                .then()
                .statusCode(200);
        introspect(shop, token).then().body("active", equalTo(false));
    }

    @Test
    void a_person_of_our_own_apps_sees_all_at_userinfo_and_an_id_token_opens_nothing() {
        Account person = Accounts.newcomer();
        String idToken = redeem(shop, code(shop)).path("id_token");

        person.call()
                .get("/oauth2/userinfo")
                .then()
                .statusCode(200)
                .body("sub", equalTo(person.personId().toString()))
                .body("phone_number", equalTo(person.phone()))
                .body("tenant", equalTo("ishemalink"));
        given().get("/oauth2/userinfo").then().statusCode(401).header("WWW-Authenticate", equalTo("Bearer"));
        given().auth()
                .oauth2(idToken)
                .get("/oauth2/userinfo")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_token"));
        given().auth().oauth2(idToken).get("/api/auth/me").then().statusCode(401);
        person.call().get("/api/auth/sessions").then().body("$", hasSize(1));
    }

    private String code(Registered client) {
        browser.open(client.login());
        browser.logIn(phone).then().statusCode(200);
        return Browser.parameter(browser.send(Map.of("allow", "1")), "code");
    }

    private static Response redeem(Registered client, String code) {
        return post(client, redemption(code));
    }

    private static Map<String, String> redemption(String code) {
        return Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                Registered.BACK,
                "code_verifier",
                Registered.VERIFIER);
    }

    private static Response introspect(Registered client, String token) {
        return basic(client.clientId(), client.secret(), Map.of("token", token), "/oauth2/introspect");
    }

    private static Response post(Registered client, Map<String, String> form) {
        return basic(client.clientId(), client.secret(), form, "/oauth2/token");
    }

    private static Response basic(String clientId, String secret, Map<String, String> form, String path) {
        return given().auth()
                .preemptive()
                .basic(clientId, secret)
                .contentType("application/x-www-form-urlencoded")
                .formParams(form)
                .post(path);
    }

    private static Response form(Map<String, String> form, String path) {
        return given().contentType("application/x-www-form-urlencoded")
                .formParams(form)
                .post(path);
    }

    private static void refused(Response answer, int status, String error) {
        answer.then()
                .statusCode(status)
                .header("Content-Type", containsString("application/json"))
                .header("Cache-Control", "no-store")
                .body("error", equalTo(error));
    }

    private static JsonPath claims(String token) {
        return JsonPath.from(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }
}
