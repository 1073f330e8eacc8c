package rw.ishemalink.identity.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;

/** How the USSD part acts for whoever dials. */
@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class PhoneExchangeTest {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:token-exchange";

    private final String phone = Accounts.newPhone();

    @Test
    void who_dials_for_the_first_time_is_a_customer_with_a_token_of_five_minutes() {
        Response answer = exchange(Map.of("ui_locales", "rw"));

        answer.then()
                .statusCode(200)
                .body("expires_in", equalTo(300))
                .body("scope", equalTo("ussd"))
                .body("issued_token_type", equalTo("urn:ietf:params:oauth:token-type:access_token"))
                .body("$", not(hasKey("refresh_token")));
        String token = answer.path("access_token");
        JsonPath claims = claims(token);
        assertThat(claims.getString("client_id")).isEqualTo("ussd");
        assertThat(claims.getString("scope")).isEqualTo("ussd");
        assertThat(claims.getString("sid")).isNull();
        assertThat(claims.getString("locale")).isEqualTo("rw");
        assertThat(claims.getList("groups", String.class)).containsExactlyInAnyOrder("CUSTOMER", "SENDER");
        given().auth().oauth2(token).get("/api/auth/me").then().statusCode(200).body("phone", equalTo(phone));
        given().auth().oauth2(token).get("/api/auth/sessions").then().body("$", hasSize(0));
    }

    @Test
    void the_same_phone_is_the_same_person_whichever_way_they_come() {
        Account person = Accounts.login(Accounts.TENANT, phone);

        assertThat(claims(exchange(Map.of()).path("access_token")).getString("sub"))
                .isEqualTo(person.personId().toString());
    }

    @Test
    void nobody_is_an_administrator_by_dialling() {
        Account admin = Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN);

        JsonPath claims =
                claims(exchange(Map.of("subject_token", admin.phone())).path("access_token"));

        assertThat(claims.getList("groups", String.class)).containsExactlyInAnyOrder("CUSTOMER", "SENDER");
    }

    @Test
    void what_is_not_a_phone_or_not_for_exchange_is_refused() {
        refused(Map.of("subject_token", "12"), "invalid_request");
        refused(Map.of("subject_token_type", "urn:ietf:params:oauth:token-type:jwt"), "invalid_request");
        refused(Map.of("requested_token_type", "urn:ietf:params:oauth:token-type:id_token"), "invalid_request");
        refused(Map.of("grant_type", "client_credentials"), "unauthorized_client");
    }

    @Test
    void no_other_client_vouches_for_phones() {
        Registered shop = Registered.shop();

        send(shop.clientId(), shop.secret(), Map.of())
                .then()
                .statusCode(400)
                .body("error", equalTo("unauthorized_client"));
        send("ussd", "guessed", Map.of()).then().statusCode(401).body("error", equalTo("invalid_client"));
        assertThat(Registered.with(Map.of("grants", List.of("TOKEN_EXCHANGE"))).secret())
                .isNotEmpty();
    }

    private void refused(Map<String, String> changes, String error) {
        exchange(changes).then().statusCode(400).body("error", equalTo(error));
    }

    private Response exchange(Map<String, String> changes) {
        return send("ussd", IdentitySettings.USSD_SECRET, changes);
    }

    private Response send(String clientId, String secret, Map<String, String> changes) {
        Map<String, String> form = new HashMap<>(Map.of(
                "grant_type",
                GRANT,
                "subject_token",
                phone,
                "subject_token_type",
                "urn:ishemalink:params:oauth:token-type:msisdn"));
        form.putAll(changes);
        return given().auth()
                .preemptive()
                .basic(clientId, secret)
                .contentType("application/x-www-form-urlencoded")
                .formParams(form)
                .post("/oauth2/token");
    }

    private static JsonPath claims(String token) {
        return JsonPath.from(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }
}
