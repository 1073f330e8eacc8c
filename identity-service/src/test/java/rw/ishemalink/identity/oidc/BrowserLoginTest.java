package rw.ishemalink.identity.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.Codes;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.schemas.Language;

/** The pages of a login, as a person with a browser meets them, and as somebody with bad intentions would. */
@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class BrowserLoginTest {

    private final Browser browser = new Browser();
    private final String phone = Accounts.newPhone();

    @ParameterizedTest
    @CsvSource({
        "rw, Andika umubare w&#39;ibanga, RW",
        "en, Enter the code, EN",
        "fr, Saisissez le code, FR",
    })
    void pages_and_code_speak_the_persons_language(String language, String title, Language event) {
        Map<String, String> login = Registered.shop().login();
        login.put("ui_locales", "sw " + language);

        browser.open(login).then().statusCode(200).header("Content-Language", equalTo(language));
        browser.send(Map.of("phone", phone))
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo(language))
                .body(containsString(title));
        assertThat(Codes.awaitMessage(Accounts.TENANT, phone, 1).getLanguage()).isEqualTo(event);
    }

    @Test
    void a_page_runs_no_script_is_framed_by_nobody_and_kept_by_nobody() {
        Response page = browser.open(Registered.shop().login());

        page.then()
                .header("Content-Type", containsString("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .body(containsString("Iduka &amp; Co"));
        Cookie cookie = page.detailedCookie("ishema_login");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecured()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Lax");
        assertThat(cookie.getPath()).isEqualTo("/oauth2");
    }

    @Test
    void a_client_of_others_is_given_only_what_the_person_agrees_to_and_asks_once() {
        Registered shop = Registered.shop();
        browser.open(shop.login());
        browser.logIn(phone).then().statusCode(200).body(containsString("Your phone number"));
        Response agreed = browser.send(Map.of("allow", "1"));
        assertThat(Browser.parameter(agreed, "code")).isNotEmpty();
        assertThat(Browser.parameter(agreed, "state")).isEqualTo("a state & more");

        browser.open(shop.login());
        browser.send(Map.of("phone", phone));
        Response again = browser.send(Map.of("code", Codes.await(Accounts.TENANT, phone, 2)));
        assertThat(Browser.parameter(again, "code")).isNotEmpty();

        Map<String, String> more = shop.login();
        more.put("scope", "openid phone email");
        browser.open(more);
        browser.send(Map.of("phone", phone));
        browser.send(Map.of("code", Codes.await(Accounts.TENANT, phone, 3)))
                .then()
                .statusCode(200)
                .body(containsString("Your e-mail address"));
    }

    @Test
    void who_does_not_agree_is_sent_back_without_a_code() {
        browser.open(Registered.shop().login());
        browser.logIn(phone);

        Response back = browser.send(Map.of("deny", "1"));

        assertThat(Browser.parameter(back, "error")).isEqualTo("access_denied");
        assertThat(Browser.parameter(back, "code")).isEmpty();
        assertThat(back.detailedCookie("ishema_login").getMaxAge()).isZero();
    }

    @Test
    void one_of_our_own_clients_does_not_ask_for_consent() {
        browser.open(Registered.with(Map.of("trusted", true)).login());

        assertThat(Browser.parameter(browser.logIn(phone), "code")).isNotEmpty();
    }

    @Test
    void a_wrong_phone_or_code_is_told_on_the_page_and_tries_are_counted() {
        browser.open(Registered.shop().login());
        browser.send(Map.of("phone", "12")).then().statusCode(200).body(containsString("0788 123 456."));
        browser.send(Map.of("phone", phone));
        String code = Codes.await(Accounts.TENANT, phone, 1);
        for (int attempt = 0; attempt < 5; attempt++) {
            browser.send(Map.of("code", Codes.otherThan(code)))
                    .then()
                    .statusCode(200)
                    .body(containsString("That is not the code"));
        }
        browser.send(Map.of("code", code)).then().statusCode(200).body(containsString("That is not the code"));
        browser.send(Map.of("again", "1")).then().statusCode(200).body(containsString("Your mobile phone"));
    }

    @Test
    void a_form_without_its_cookie_or_with_anothers_token_leads_nowhere() {
        Registered shop = Registered.shop();
        browser.open(shop.login());
        browser.forge("forged");
        browser.send(Map.of("phone", phone)).then().statusCode(400).body(containsString("Please begin again"));

        browser.open(shop.login());
        browser.forgetTheCookie();
        browser.send(Map.of("phone", phone)).then().statusCode(400);

        given().contentType("application/x-www-form-urlencoded")
                .post("/oauth2/login")
                .then()
                .statusCode(400);
        given().cookie("ishema_login", "AAAA")
                .contentType("application/x-www-form-urlencoded")
                .formParam("csrf", "x")
                .post("/oauth2/login")
                .then()
                .statusCode(400);
    }

    @Test
    void a_cookie_says_nothing_of_its_owner() {
        browser.open(Registered.shop().login());
        browser.send(Map.of("phone", phone));

        String cookie = new String(Base64.getUrlDecoder().decode(browser.cookie()), StandardCharsets.ISO_8859_1);
        assertThat(cookie).doesNotContain(phone.substring(4), "shop.example");
    }

    @Test
    void nobody_is_sent_to_an_address_that_is_not_registered() {
        Registered shop = Registered.shop();
        for (String elsewhere : List.of(
                "https://evil.example/back",
                Registered.BACK + "/",
                Registered.BACK + "?x=1",
                "https://shop.example.rw:444/back",
                "HTTPS://shop.example.rw/back")) {
            Map<String, String> login = shop.login();
            login.put("redirect_uri", elsewhere);
            browser.open(login)
                    .then()
                    .statusCode(400)
                    .header("Location", equalTo(null))
                    .body(containsString("This login cannot begin"));
        }
        Map<String, String> nowhere = shop.login();
        nowhere.remove("redirect_uri");
        browser.open(nowhere).then().statusCode(400);
        Map<String, String> unknown = shop.login();
        unknown.put("client_id", "unknown");
        browser.open(unknown).then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, token, unsupported_response_type",
        "response_type, , invalid_request",
        "scope, openid feeds:read, invalid_scope",
        "scope, openid api, invalid_scope",
        "scope, , invalid_scope",
        "code_challenge, , invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, , invalid_request",
        "prompt, none, login_required",
        "request, eyJhbGciOiJub25lIn0.e30., request_not_supported",
        "request_uri, https://shop.example.rw/request, request_uri_not_supported",
        "response_mode, fragment, invalid_request",
    })
    void a_clients_mistake_is_told_to_the_client(String parameter, String value, String error) {
        Map<String, String> login = new HashMap<>(Registered.shop().login());
        if (value == null) {
            login.remove(parameter);
        } else {
            login.put(parameter, value);
        }

        Response back = browser.open(login);

        assertThat(Browser.location(back).toString()).startsWith(Registered.BACK + "?");
        assertThat(Browser.parameter(back, "error")).isEqualTo(error);
        assertThat(Browser.parameter(back, "state")).isEqualTo("a state & more");
        assertThat(Browser.parameter(back, "iss")).isNotEmpty();
    }

    @Test
    void a_client_that_only_acts_for_itself_logs_nobody_in() {
        Registered feed = Registered.with(Map.of("grants", List.of("CLIENT_CREDENTIALS")));

        assertThat(Browser.parameter(browser.open(feed.login()), "error")).isEqualTo("unauthorized_client");
    }

    @Test
    void a_client_may_send_its_request_as_a_form() {
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Registered.shop().login())
                .post("/oauth2/authorize")
                .then()
                .statusCode(200)
                .body(containsString("Send me a code"));
    }

    @Test
    void a_logout_without_proof_ends_nothing_and_leads_nowhere() {
        given().redirects()
                .follow(false)
                .queryParam("id_token_hint", Accounts.newcomer().accessToken())
                .queryParam("post_logout_redirect_uri", Registered.GONE)
                .get("/oauth2/end-session")
                .then()
                .statusCode(200)
                .header("Location", equalTo(null))
                .body(containsString("Logged out"))
                .body(not(containsString("form")));
    }
}
