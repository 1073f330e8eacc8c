package rw.ishemalink.analytics.query.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import rw.ishemalink.analytics.query.Published;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** Who asks again is told that nothing has changed, until something has. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class UnchangedAnswersTest {

    private static final String REVENUE = "/api/analytics/revenue";

    private final Published ours = Published.inNewTenant();
    private final String token =
            TestToken.of(Role.AUDITOR).tenant(ours.tenant()).sign();

    @Test
    void an_answer_may_be_kept_for_a_second_by_who_asked() {
        ask("\"another\"")
                .statusCode(200)
                .header("ETag", not(emptyString()))
                .header("Cache-Control", equalTo("private, max-age=1"))
                .header("Vary", equalTo("Authorization"));
    }

    @Test
    void what_has_not_changed_is_not_sent_again_and_what_has_is() {
        String tag = ask("\"another\"").extract().header("ETag");
        assertThat(tag).startsWith("W/");
        ask(tag).statusCode(304).body(emptyString()).header("ETag", equalTo(tag));
        ask("\"another\", " + tag).statusCode(304);
        ask("*").statusCode(304);

        ours.paid();

        await().until(() -> ask(tag).extract().statusCode() == 200);
        await().until(() -> ask("\"another\"").extract().path("total.bookings").equals(1));
        assertThat(ask("\"another\"").extract().header("ETag")).isNotEqualTo(tag);
    }

    @Test
    void a_problem_has_no_tag() {
        given().auth()
                .oauth2(token)
                .get(REVENUE + "?from=yesterday")
                .then()
                .statusCode(400)
                .header("ETag", equalTo(null));
    }

    private ValidatableResponse ask(String known) {
        return given().auth()
                .oauth2(token)
                .header("If-None-Match", known)
                .get(REVENUE)
                .then();
    }
}
