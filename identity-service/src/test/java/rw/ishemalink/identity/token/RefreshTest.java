package rw.ishemalink.identity.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.identity.testing.Race;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class RefreshTest {

    @Inject
    Jdbi jdbi;

    private Account person;

    @BeforeEach
    void somebodyLogsIn() {
        person = Accounts.newcomer();
    }

    @Test
    void a_refresh_gives_new_tokens_for_the_same_person() {
        String next = refresh(person.refreshToken())
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("refreshToken", not(equalTo(person.refreshToken())))
                .body("personId", equalTo(person.personId().toString()))
                .extract()
                .path("refreshToken");

        refresh(next).then().statusCode(200);
    }

    @Test
    void a_token_shown_twice_ends_the_login_for_both_who_have_it() {
        String next = refresh(person.refreshToken()).path("refreshToken");

        refresh(person.refreshToken()).then().statusCode(401);
        refresh(next).then().statusCode(401);
        assertThat(endOfFamilies()).containsExactly("REUSE");
    }

    @Test
    void a_token_shown_twice_ends_no_other_login_of_the_person() {
        Account otherPhone = Accounts.login(person.tenant(), person.phone());
        refresh(person.refreshToken());
        refresh(person.refreshToken()).then().statusCode(401);

        refresh(otherPhone.refreshToken()).then().statusCode(200);
    }

    @Test
    void of_many_refreshes_at_once_one_at_most_wins_and_the_login_ends() {
        List<Integer> answers = Race.run(8, () -> refresh(person.refreshToken()).statusCode());

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status != 200)
                .containsOnly(401);
        assertThat(endOfFamilies()).containsExactly("REUSE");
    }

    @Test
    void logout_ends_the_login() {
        String next = refresh(person.refreshToken()).path("refreshToken");

        post("/api/auth/logout", next).then().statusCode(204);

        refresh(next).then().statusCode(401);
        assertThat(endOfFamilies()).containsExactly("LOGOUT");
    }

    @Test
    void logout_with_an_unknown_token_says_nothing() {
        post("/api/auth/logout", "unknown").then().statusCode(204);
    }

    @Test
    void a_login_that_is_not_used_for_thirty_days_is_over() {
        age("29 days 23 hours");
        String next =
                refresh(person.refreshToken()).then().statusCode(200).extract().path("refreshToken");
        age("30 days");

        refresh(next).then().statusCode(401);
    }

    @Test
    void an_unknown_token_is_401_and_a_missing_one_bad_input() {
        refresh("unknown").then().statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .post("/api/auth/tokens/refresh")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("refreshToken"));
    }

    @Test
    void the_token_itself_is_not_in_the_database() {
        List<byte[]> stored = jdbi.withHandle(sql -> sql.createQuery("select token_hash from refresh_token")
                .mapTo(byte[].class)
                .list());

        assertThat(stored).isNotEmpty().noneSatisfy(hash -> assertThat(new String(hash, StandardCharsets.ISO_8859_1))
                .isEqualTo(person.refreshToken()));
    }

    private static Response refresh(String token) {
        return post("/api/auth/tokens/refresh", token);
    }

    private static Response post(String path, String token) {
        return given().contentType("application/json")
                .body(Map.of("refreshToken", token))
                .post(path);
    }

    private void age(String by) {
        jdbi.useHandle(sql -> sql.execute(
                "update refresh_family set expires_at = expires_at - cast(? as interval) where person_id = ?",
                by,
                person.personId()));
    }

    private List<String> endOfFamilies() {
        return jdbi.withHandle(sql -> sql.createQuery(
                        "select revoked_because from refresh_family where person_id = ? order by family_id")
                .bind(0, person.personId())
                .mapTo(String.class)
                .list());
    }
}
