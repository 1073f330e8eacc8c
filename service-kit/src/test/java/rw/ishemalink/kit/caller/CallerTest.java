package rw.ishemalink.kit.caller;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.kit.testing.Patience;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.identity.TokenRevocation;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class CallerTest {

    @Test
    void the_caller_is_who_the_token_says() {
        UUID person = UUID.randomUUID();
        given().auth()
                .oauth2(TestToken.of(Role.SENDER).person(person).tenant("geo").sign())
                .get("/sample/who")
                .then()
                .statusCode(200)
                .body("person", equalTo(person.toString()))
                .body("tenant", equalTo("geo"));
    }

    @Test
    void log_lines_of_a_request_name_its_tenant_and_no_other_requests() {
        for (String tenant : new String[] {"geo", "safeboda"}) {
            given().auth()
                    .oauth2(TestToken.of(Role.SENDER).tenant(tenant).sign())
                    .get("/sample/who")
                    .then()
                    .body("logged", equalTo(tenant));
        }
    }

    @Test
    void the_next_request_has_its_own_caller() {
        for (UUID person : new UUID[] {UUID.randomUUID(), UUID.randomUUID()}) {
            given().auth()
                    .oauth2(TestToken.of(Role.SENDER)
                            .person(person)
                            .tenant("of-" + person)
                            .sign())
                    .get("/sample/who")
                    .then()
                    .body("person", equalTo(person.toString()))
                    .body("tenant", equalTo("of-" + person));
        }
    }

    @Test
    void a_token_that_is_remembered_is_the_same_caller_with_the_same_rights() {
        UUID person = UUID.randomUUID();
        String sender = TestToken.of(Role.SENDER).person(person).sign();
        String driver = TestToken.of(Role.DRIVER).sign();
        for (int time = 1; time <= 2; time++) {
            given().auth().oauth2(sender).get("/sample/who").then().body("person", equalTo(person.toString()));
            refused(driver, 403);
        }
    }

    @Test
    void a_token_that_is_revoked_while_it_is_remembered_is_refused_soon_after() {
        UUID person = UUID.randomUUID();
        UUID session = UUID.randomUUID();
        String token = TestToken.of(Role.SENDER).person(person).session(session).sign();
        given().auth().oauth2(token).get("/sample/who").then().statusCode(200);

        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        EventSource.publish(
                Topics.TOKEN_REVOCATIONS,
                person,
                new TokenRevocation(
                        Events.metadata("ishemalink", 1), person, session, now, now.plus(Duration.ofDays(1))));

        await().atMost(Patience.LIMIT)
                .untilAsserted(() ->
                        given().auth().oauth2(token).get("/sample/who").then().statusCode(401));
    }

    @Test
    void a_callers_text_holds_no_phone() {
        given().auth()
                .oauth2(TestToken.of(Role.SENDER).phone("+250788123456").sign())
                .get("/sample/who")
                .then()
                .body("text", not(containsString("788123456")));
    }

    @Test
    void no_token_is_401() {
        given().get("/sample/who")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer");
    }

    @Test
    void an_expired_token_is_401() {
        refused(TestToken.of(Role.SENDER).expired().sign(), 401);
    }

    @Test
    void a_token_signed_by_somebody_else_is_401() {
        refused(TestToken.of(Role.SENDER).signWithForeignKey(), 401);
    }

    @Test
    void a_token_of_another_issuer_is_401() {
        refused(TestToken.of(Role.SENDER).issuer("https://elsewhere").sign(), 401);
    }

    @Test
    void text_that_is_no_token_is_401() {
        refused("not.a.token", 401);
    }

    @Test
    void the_wrong_role_is_403() {
        refused(TestToken.of(Role.DRIVER).sign(), 403);
    }

    @Test
    void an_endpoint_that_says_nothing_of_roles_is_closed_to_all() {
        given().auth()
                .oauth2(TestToken.of(Role.PLATFORM_ADMIN).sign())
                .get("/sample/forgotten")
                .then()
                .statusCode(403);
    }

    @Test
    void a_well_formed_correlation_id_is_kept_and_another_replaced() {
        given().header("X-Correlation-Id", "phone-42.sync-7")
                .get("/nowhere")
                .then()
                .header("X-Correlation-Id", equalTo("phone-42.sync-7"));
        given().header("X-Correlation-Id", "has spaces and \"quotes\"")
                .get("/nowhere")
                .then()
                .header("X-Correlation-Id", not(containsString(" ")));
    }

    private static void refused(String token, int status) {
        given().auth()
                .oauth2(token)
                .get("/sample/who")
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }
}
