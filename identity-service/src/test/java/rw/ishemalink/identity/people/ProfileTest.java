package rw.ishemalink.identity.people;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class ProfileTest {

    private Account person;

    @BeforeEach
    void somebodyLogsIn() {
        person = Accounts.newcomer();
    }

    @Test
    void a_newcomer_has_a_phone_and_roles_only() {
        person.call()
                .get("/api/auth/me")
                .then()
                .statusCode(200)
                .body("personId", equalTo(person.personId().toString()))
                .body("tenant", equalTo("ishemalink"))
                .body("phone", equalTo(person.phone()))
                .body("language", equalTo("en"))
                .body("roles", contains("CUSTOMER", "SENDER"))
                .body("$", not(hasKey("name")))
                .body("$", not(hasKey("operatorId")));
    }

    @Test
    void a_person_gives_name_email_and_language() {
        put(Map.of("name", " Mukamana Alice ", "email", "alice@example.rw", "language", "rw"), 200);

        person.call()
                .get("/api/auth/me")
                .then()
                .body("name", equalTo("Mukamana Alice"))
                .body("email", equalTo("alice@example.rw"))
                .body("language", equalTo("rw"));
    }

    @Test
    void a_profile_replaces_the_former_as_a_whole() {
        put(Map.of("name", "Alice", "email", "alice@example.rw", "language", "fr"), 200);
        put(Map.of("name", "Alice", "language", "fr"), 200);

        person.call().get("/api/auth/me").then().body("$", not(hasKey("email")));
    }

    @Test
    void bad_fields_are_named() {
        person.call()
                .body(Map.of("name", " ", "email", "not an address", "language", "en"))
                .put("/api/auth/me")
                .then()
                .statusCode(400)
                .body("errors.field", contains("email", "name"));
    }

    @Test
    void a_language_that_is_none_of_ours_is_named() {
        person.call()
                .body(Map.of("name", "Alice", "language", "sw"))
                .put("/api/auth/me")
                .then()
                .statusCode(400)
                .body("detail", containsString("language"));
    }

    private void put(Map<String, String> profile, int status) {
        person.call().body(profile).put("/api/auth/me").then().statusCode(status);
    }
}
