package rw.ishemalink.notification.message.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.notification.message.MessageSeal;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class NotificationResourceTest {

    private static final String MESSAGES = "/api/notifications";

    @Inject
    Jdbi jdbi;

    @Inject
    MessageSeal seal;

    private final UUID person = UUID.randomUUID();
    private final UUID older = UUID.randomUUID();
    private final UUID newer = UUID.randomUUID();

    @BeforeEach
    void two_messages_of_one_person() {
        insert(older, "2026-01-01T08:00Z");
        insert(newer, "2026-01-01T09:00Z");
    }

    @Test
    void a_person_sees_the_own_messages_newest_first_without_text_or_address() {
        as(person, "ishemalink")
                .get(MESSAGES)
                .then()
                .statusCode(200)
                .body("messageId", contains(newer.toString(), older.toString()))
                .body("[0].template", equalTo("EXPORT_DELIVERED"))
                .body("[0].channel", equalTo("SMS"))
                .body("[0].status", equalTo("SENT"))
                .body("[0].endedAt", equalTo("2026-01-01T09:00:00Z"))
                .body(not(containsString("Kampala")))
                .body(not(containsString("250788")));
        as(person, "ishemalink").get(MESSAGES + "?limit=1").then().body("", hasSize(1));
    }

    @Test
    void nobody_sees_another_persons_messages() {
        as(UUID.randomUUID(), "ishemalink").get(MESSAGES).then().statusCode(200).body("", hasSize(0));
        as(UUID.randomUUID(), "ishemalink").get(MESSAGES + "/" + newer).then().statusCode(404);
    }

    @Test
    void the_same_person_in_another_tenant_sees_nothing() {
        as(person, "geo").get(MESSAGES).then().statusCode(200).body("", hasSize(0));
        as(person, "geo").get(MESSAGES + "/" + newer).then().statusCode(404);
    }

    @Test
    void one_message_is_found_by_its_id() {
        as(person, "ishemalink")
                .get(MESSAGES + "/" + newer)
                .then()
                .statusCode(200)
                .body("messageId", equalTo(newer.toString()));
    }

    @Test
    void a_message_that_is_not_there_is_404_in_the_callers_language() {
        as(person, "ishemalink")
                .header("Accept-Language", "fr")
                .get(MESSAGES + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("title", equalTo("Message introuvable"));
    }

    @Test
    void a_limit_out_of_bounds_is_400() {
        as(person, "ishemalink").get(MESSAGES + "?limit=0").then().statusCode(400);
        as(person, "ishemalink").get(MESSAGES + "?limit=201").then().statusCode(400);
    }

    @Test
    void no_token_and_an_expired_one_are_401() {
        given().get(MESSAGES).then().statusCode(401);
        given().auth()
                .oauth2(TestToken.of(Role.SENDER).person(person).expired().sign())
                .get(MESSAGES)
                .then()
                .statusCode(401);
    }

    private static RequestSpecification as(UUID person, String tenant) {
        return given().auth()
                .oauth2(TestToken.of(Role.SENDER).person(person).tenant(tenant).sign());
    }

    private void insert(UUID messageId, String at) {
        jdbi.useHandle(sql -> sql.createUpdate("""
                        insert into message (message_id, tenant, event_id, template, channel, person_id, address, language,
                                             parameters, correlation_id, status, expires_at, created_at, ended_at)
                        values (:id, 'ishemalink', :id, 'EXPORT_DELIVERED', 'SMS', :person, :address, 'EN',
                                :parameters, 'test', 'SENT', now(), :at::timestamptz, :at::timestamptz)""")
                .bind("id", messageId)
                .bind("person", person)
                .bind("at", at)
                .bind("address", seal.address(messageId, "+250788123456"))
                .bind("parameters", seal.parameters(messageId, List.of("ISH-7K2M9QXZ", "Kampala")))
                .execute());
    }
}
