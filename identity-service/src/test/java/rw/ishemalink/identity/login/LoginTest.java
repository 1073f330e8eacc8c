package rw.ishemalink.identity.login;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.Codes;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.schemas.Language;
import rw.ishemalink.schemas.notification.NotificationRequest;
import rw.ishemalink.schemas.notification.RequestedTemplate;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class LoginTest {

    private final String phone = Accounts.newPhone();

    @Test
    void the_first_login_makes_a_sender_and_customer() {
        Codes.request(Accounts.TENANT, phone).then().statusCode(202);

        Codes.exchange(Accounts.TENANT, phone, Codes.await(Accounts.TENANT, phone, 1))
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("tokenType", equalTo("Bearer"))
                .body("expiresInSeconds", equalTo(86_400))
                .body("refreshToken", notNullValue())
                .body("roles", contains("CUSTOMER", "SENDER"));
    }

    @Test
    void the_next_login_finds_the_same_person() {
        Account first = Accounts.login(Accounts.TENANT, phone);
        Account second = Accounts.login(Accounts.TENANT, phone);

        assertThat(second.personId()).isEqualTo(first.personId());
    }

    @Test
    void the_code_goes_to_the_phone_in_the_language_that_was_asked_for() {
        given().contentType("application/json")
                .body(Map.of("phone", phone, "language", "rw"))
                .post("/api/auth/codes")
                .then()
                .statusCode(202);

        NotificationRequest message = Codes.awaitMessage(Accounts.TENANT, phone, 1);
        assertThat(message.getTemplate()).isEqualTo(RequestedTemplate.ONE_TIME_CODE);
        assertThat(message.getLanguage()).isEqualTo(Language.RW);
        assertThat(message.getParameters()).containsEntry("minutes", "5").containsOnlyKeys("code", "minutes");
        assertThat(message.getParameters().get("code")).matches("[0-9]{6}");
    }

    @Test
    void without_tenant_and_language_it_is_ishemalink_in_english() {
        given().contentType("application/json")
                .body(Map.of("phone", phone))
                .post("/api/auth/codes")
                .then()
                .statusCode(202);

        NotificationRequest message = Codes.awaitMessage(Accounts.TENANT, phone, 1);
        assertThat(message.getLanguage()).isEqualTo(Language.EN);
        given().contentType("application/json")
                .body(Map.of("phone", phone, "code", Codes.await(Accounts.TENANT, phone, 1)))
                .post("/api/auth/tokens")
                .then()
                .statusCode(200)
                .body("personId", equalTo(message.getPersonId().toString()));
    }

    @Test
    void however_the_phone_is_written_it_is_the_same() {
        String digits = phone.substring(4);
        Codes.request(Accounts.TENANT, "0" + digits).then().statusCode(202);

        Codes.exchange(Accounts.TENANT, "250 " + digits, Codes.await(Accounts.TENANT, phone, 1))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0718123456", "+256788123456", "078812345", "07881234567", "call me", "+250252123456"})
    void a_phone_that_is_no_rwandan_mobile_is_refused(String other) {
        Codes.request(Accounts.TENANT, other)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:phone-not-valid"));
    }

    @Test
    void a_code_that_is_not_six_digits_is_bad_input() {
        Codes.exchange(Accounts.TENANT, phone, "12345x").then().statusCode(400).body("errors.field", hasItem("code"));
    }

    @Test
    void refusals_speak_kinyarwanda() {
        given().contentType("application/json")
                .header("Accept-Language", "rw")
                .body(Map.of("phone", phone, "code", "123456"))
                .post("/api/auth/tokens")
                .then()
                .statusCode(400)
                .header("Content-Language", "rw")
                .body("detail", containsString("Umubare w'ibanga"));
    }

    @Test
    void the_same_phone_is_another_person_in_another_tenant() {
        String brand = Accounts.newTenant();

        Account here = Accounts.login(Accounts.TENANT, phone);
        Account there = Accounts.login(brand, phone);

        assertThat(there.personId()).isNotEqualTo(here.personId());
    }

    @Test
    void the_code_of_one_tenant_opens_no_other() {
        String brand = Accounts.newTenant();
        Codes.request(Accounts.TENANT, phone).then().statusCode(202);
        String code = Codes.await(Accounts.TENANT, phone, 1);

        Codes.exchange(brand, phone, code).then().statusCode(400);
        Codes.exchange(Accounts.TENANT, phone, code).then().statusCode(200);
    }

    @Test
    void nobody_logs_in_to_a_tenant_that_is_not_there() {
        Codes.request("no-such-brand", phone).then().statusCode(404);
    }

    @Test
    void the_configured_phone_is_the_platforms_administrator() {
        assertThat(Accounts.platformAdmin().roles()).contains("PLATFORM_ADMIN");
    }
}
