package rw.ishemalink.kit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.SuiteResource;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ProblemTest {

    @Test
    void bad_fields_are_named_one_by_one() {
        given().contentType("application/json")
                .body("{\"commodity\": null, \"weightKg\": 0}")
                .post("/sample")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:invalid-input"))
                .body("errors[0].field", equalTo("commodity"))
                .body("errors[1].field", equalTo("weightKg"));
    }

    @Test
    void a_field_of_the_wrong_type_is_named() {
        given().contentType("application/json")
                .body("{\"commodity\": \"tea\", \"weightKg\": \"much\"}")
                .post("/sample")
                .then()
                .statusCode(400)
                .body("detail", containsString("weightKg"));
    }

    @Test
    void a_field_that_nobody_knows_is_named() {
        given().contentType("application/json")
                .body("{\"commodity\": \"tea\", \"weightKg\": 1, \"colour\": \"green\"}")
                .post("/sample")
                .then()
                .statusCode(400)
                .body("detail", containsString("colour"));
    }

    @Test
    void a_body_of_a_type_that_is_none_is_refused() {
        for (String type : new String[] {"json", ";", "a/b/c;=", "application/json; charset=klingon"}) {
            given().config(RestAssured.config()
                            .encoderConfig(EncoderConfig.encoderConfig()
                                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                    .header("Content-Type", type)
                    .body(new byte[] {'{'})
                    .post("/sample")
                    .then()
                    .statusCode(415)
                    .body("type", equalTo("urn:ishemalink:problem:unsupported-media-type"));
        }
    }

    @Test
    void languages_that_nobody_can_read_are_as_good_as_none() {
        given().header("Accept-Language", "rw;q=banana")
                .get("/sample/nothing/here")
                .then()
                .statusCode(404)
                .header("Content-Language", "en");
    }

    @Test
    void media_types_that_nobody_can_read_are_as_good_as_none() {
        given().header("Accept", ";").get("/sample/nothing/here").then().statusCode(404);
    }

    @Test
    void a_path_with_a_nul_is_refused_before_a_database_sees_it() {
        given().urlEncodingEnabled(false)
                .get("/sample/a%00b")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:bad-request"));
    }

    @Test
    void a_body_that_is_no_json_is_refused() {
        given().contentType("application/json")
                .body("{not json")
                .post("/sample")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:unreadable-input"));
    }

    @Test
    void a_body_that_is_too_large_is_told_so_in_the_callers_language_also_while_it_is_being_sent() {
        given().contentType("application/json")
                .header("Accept-Language", "fr-RW")
                .body("{\"commodity\": \"" + "x".repeat(10_000_000) + "\", \"weightKg\": 1}")
                .post("/sample")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .header("Content-Language", "fr")
                .body("type", equalTo("urn:ishemalink:problem:too-large"))
                .body("title", equalTo("Trop volumineux"));
    }

    @Test
    void a_problem_speaks_the_callers_language() {
        given().header("Accept-Language", "fr-RW, en;q=0.5")
                .get("/sample/refused")
                .then()
                .statusCode(409)
                .header("Content-Language", "fr")
                .body("detail", equalTo("L'exemple dit non à you."));
    }

    @Test
    void a_language_that_a_service_lacks_falls_back_to_english() {
        given().header("Accept-Language", "sw")
                .get("/sample/refused")
                .then()
                .body("detail", equalTo("The sample says no to you."));
    }

    @Test
    void a_failure_of_ours_gives_nothing_away() {
        given().get("/sample/broken")
                .then()
                .statusCode(500)
                .header("X-Correlation-Id", notNullValue())
                .body("type", equalTo("urn:ishemalink:problem:failure"))
                .body("detail", not(containsString("secret")));
    }

    @Test
    void a_database_that_is_away_is_503_and_says_when_to_try_again() {
        given().get("/sample/away")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:ishemalink:problem:database-away"));
    }

    @Test
    void a_parameter_of_the_query_that_cannot_be_read_is_told_as_bad_input() {
        given().get("/sample/sought?id=seven")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:unreadable-query"));
    }

    @Test
    void an_address_without_a_resource_is_a_problem_too() {
        given().get("/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:no-such-resource"));
    }
}
