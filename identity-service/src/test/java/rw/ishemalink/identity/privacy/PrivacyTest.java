package rw.ishemalink.identity.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.fleet.DriverForm;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.Codes;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.fleet.FleetEvent;
import rw.ishemalink.schemas.privacy.PrivacyRequest;
import rw.ishemalink.schemas.privacy.PrivacyWish;

@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class PrivacyTest {

    private static final String REQUESTS = "/api/privacy/requests";
    private static final String OWN_PART = "services.find { it.service == 'identity-service' }";

    @Inject
    Jdbi jdbi;

    @Test
    void without_a_token_nothing_is_asked_or_shown() {
        given().contentType("application/json")
                .body(Map.of("wish", "EXPORT"))
                .post(REQUESTS)
                .then()
                .statusCode(401);
        given().get(REQUESTS + "/" + UUID.randomUUID()).then().statusCode(401);
        given().get("/api/privacy/services/identity-service/parts/" + UUID.randomUUID())
                .then()
                .statusCode(401);
        given().get("/api/privacy/services/identity-service/keys").then().statusCode(401);
    }

    @Test
    void a_copy_is_done_when_all_have_answered_and_is_the_persons_own() {
        Account person = Accounts.newcomer();
        named(person, "Uwase Aline");
        try (EventTap asked = EventTap.on(Topics.PRIVACY_REQUESTS)) {
            UUID requestId = opened(person, Map.of("wish", "EXPORT"));
            asked.awaitOne(
                    PrivacyRequest.class,
                    request -> request.getRequestId().equals(requestId) && request.getWish() == PrivacyWish.EXPORT);
            await().untilAsserted(() -> show(person, requestId).body(OWN_PART + ".state", equalTo("DONE")));
            String link = show(person, requestId)
                    .body("done", equalTo(false))
                    .body("services.state", hasItem("ASKED"))
                    .extract()
                    .path(OWN_PART + ".link");
            person.call()
                    .get(link)
                    .then()
                    .statusCode(200)
                    .body("sets.find { it.set == 'person' }.rows[0].phone", equalTo(person.phone()))
                    .body("sets.find { it.set == 'person' }.rows[0].name", equalTo("Uwase Aline"));
            Accounts.newcomer().call().get(link).then().statusCode(404);
            person.call()
                    .get(link.replace("identity-service", "booking-service"))
                    .then()
                    .statusCode(404);

            OtherServices.answer(requestId, person.personId());
            await().untilAsserted(() -> show(person, requestId).body("done", equalTo(true)));
        }
    }

    @Test
    void a_wish_is_shown_to_nobody_else_and_asked_again_while_it_is_open_it_is_the_same() {
        Account person = Accounts.newcomer();
        UUID requestId = opened(person, Map.of("wish", "EXPORT"));
        assertThat(opened(person, Map.of("wish", "EXPORT"))).isEqualTo(requestId);
        Accounts.newcomer().call().get(REQUESTS + "/" + requestId).then().statusCode(404);
        person.call().get(REQUESTS + "/" + UUID.randomUUID()).then().statusCode(404);
        person.call().body(Map.of("wish", "FORGET")).post(REQUESTS).then().statusCode(400);
        person.call().body(Map.of()).post(REQUESTS).then().statusCode(400);
    }

    @Test
    void to_be_forgotten_takes_a_code() {
        Account person = Accounts.newcomer();
        person.call()
                .body(Map.of("wish", "ERASE"))
                .post(REQUESTS)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:code-missing"));
        String code = Accounts.newCode(person);
        person.call()
                .body(Map.of("wish", "ERASE", "code", Codes.otherThan(code)))
                .post(REQUESTS)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:code-refused"));
        opened(person, Map.of("wish", "ERASE", "code", code));
    }

    @Test
    void who_is_forgotten_is_found_nowhere_and_begins_anew() {
        Account person = Accounts.newcomer();
        named(person, "Mukamana Solange");
        UUID requestId = opened(person, Map.of("wish", "ERASE", "code", Accounts.newCode(person)));
        OtherServices.postpone(requestId, person.personId(), "booking-service", "open-bookings");
        String booking = "services.find { it.service == 'booking-service' }";
        await().untilAsserted(() -> show(person, requestId)
                .body(booking + ".state", equalTo("POSTPONED"))
                .body(booking + ".because", equalTo("open-bookings"))
                .body(OWN_PART + ".because", equalTo("other-services")));
        person.call().get("/api/auth/me").then().statusCode(200);

        OtherServices.answer(requestId, person.personId());
        awaitForgotten(person, requestId);
        assertThat(PrivacyTrial.tablesWith(jdbi, person.phone())).isEmpty();
        assertThat(PrivacyTrial.tablesWith(jdbi, "Mukamana")).isEmpty();
        given().contentType("application/json")
                .body(Map.of("refreshToken", person.refreshToken()))
                .post("/api/auth/tokens/refresh")
                .then()
                .statusCode(401);
        Accounts.forgotten(person);
        assertThat(count("select count(*) from person where person_id = ?", person.personId()))
                .isEqualTo(1);

        OtherServices.postpone(requestId, person.personId(), "booking-service", "open-bookings");
        OtherServices.answer(UUID.randomUUID(), person.personId());
        awaitForgotten(person, requestId);
    }

    @Test
    void papers_and_ways_back_are_in_the_copy_and_go_with_the_person() {
        String number = Accounts.newDocumentNumber();
        String newPhone = Accounts.newPhone();
        Account person = Accounts.identified(number);
        given().contentType("application/json")
                .body(Map.of("oldPhone", person.phone(), "newPhone", newPhone, "documentNumber", number))
                .post("/api/auth/recoveries")
                .then()
                .statusCode(202);
        Accounts.wrote(person);
        String invitation = Accounts.platformAdmin()
                .call()
                .body(Map.of("phone", person.phone(), "role", "AUDITOR"))
                .post("/api/auth/invitations")
                .then()
                .statusCode(201)
                .extract()
                .path("invitationId");

        UUID copy = opened(person, Map.of("wish", "EXPORT"));
        await().untilAsserted(() -> show(person, copy).body(OWN_PART + ".state", equalTo("DONE")));
        String link = show(person, copy).extract().path(OWN_PART + ".link");
        person.call()
                .get(link)
                .then()
                .statusCode(200)
                .body("sets.find { it.set == 'identity document' }.rows[0].number", equalTo(number))
                .body("sets.find { it.set == 'recoveries' }.rows[0].phone", equalTo(newPhone));

        UUID erasure = opened(person, Map.of("wish", "ERASE", "code", Accounts.newCode(person)));
        OtherServices.answer(erasure, person.personId());
        awaitForgotten(person, erasure);
        assertThat(count("select count(*) from identity_document where person_id = ?", person.personId()))
                .isZero();
        assertThat(count("select count(*) from recovery where person_id = ?", person.personId()))
                .isZero();
        Accounts.secondAdmin()
                .call()
                .post("/api/auth/invitations/{id}/approve", invitation)
                .then()
                .statusCode(409);
        Accounts.forgotten(person);
    }

    @Test
    void phones_and_names_are_never_in_the_database_in_clear() {
        Account person = Accounts.newcomer();
        named(person, "Habimana Théogène");
        assertThat(PrivacyTrial.tablesWith(jdbi, person.phone().substring(1))).isEmpty();
        assertThat(PrivacyTrial.tablesWith(jdbi, "Habimana")).isEmpty();
        person.call().get("/api/auth/me").then().body("name", equalTo("Habimana Théogène"));
    }

    @Test
    void of_a_forgotten_driver_the_last_word_names_nobody() {
        Account admin = Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN);
        String phone = Accounts.newPhone();
        JsonPath onboarded = admin.call()
                .body(DriverForm.of(phone))
                .post("/api/fleet/drivers")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Account driver = Accounts.login(Accounts.TENANT, phone);
        try (EventTap fleet = EventTap.on(Topics.FLEET_EVENTS)) {
            UUID requestId = opened(driver, Map.of("wish", "ERASE", "code", Accounts.newCode(driver)));
            OtherServices.answer(requestId, driver.personId());
            awaitForgotten(driver, requestId);
            FleetEvent last = fleet.awaitOne(
                    FleetEvent.class,
                    event -> event.getDriver().getDriverId().equals(driver.personId())
                            && event.getDriver().getPhone().isEmpty());
            assertThat(last.getDriver().getName() + last.getDriver().getLicenceNumber())
                    .isEmpty();
        }
        admin.call()
                .get("/api/fleet/drivers/" + onboarded.getString("driverId"))
                .then()
                .statusCode(404);
    }

    @Test
    void who_has_not_answered_is_told_again() {
        Account person = Accounts.newcomer();
        try (EventTap asked = EventTap.on(Topics.PRIVACY_REQUESTS)) {
            UUID requestId = opened(person, Map.of("wish", "EXPORT"));
            jdbi.useHandle(
                    sql -> sql.execute("update privacy_request set remind_at = now() where request_id = ?", requestId));
            asked.awaitOne(
                    PrivacyRequest.class,
                    request -> request.getRequestId().equals(requestId)
                            && request.getMetadata().getSequence() == 2);
        }
    }

    @Test
    void keys_are_shown_to_the_platforms_administrator_by_their_ids_only() {
        String keys = "/api/privacy/services/identity-service/keys";
        Accounts.newcomer().call().get(keys).then().statusCode(403);
        Accounts.with(Accounts.TENANT, Role.TENANT_ADMIN)
                .call()
                .get(keys)
                .then()
                .statusCode(403);
        Account admin = Accounts.platformAdmin();
        await().untilAsserted(() -> admin.call()
                .get(keys)
                .then()
                .statusCode(200)
                .body("active", equalTo("test"))
                .body("old", equalTo(List.of()))
                .body("tables.clearRefused", everyItem(equalTo(true))));
        admin.call().get(keys.replace("identity", "booking")).then().statusCode(404);
    }

    private static void named(Account person, String name) {
        person.call()
                .body(Map.of("name", name, "language", "rw"))
                .put("/api/auth/me")
                .then()
                .statusCode(200);
    }

    private static UUID opened(Account person, Map<String, String> wish) {
        return UUID.fromString(person.call()
                .body(wish)
                .post(REQUESTS)
                .then()
                .statusCode(202)
                .extract()
                .path("requestId"));
    }

    private static ValidatableResponse show(Account person, UUID requestId) {
        return person.call().get(REQUESTS + "/" + requestId).then().statusCode(200);
    }

    /** Done, and the last token that the person had is refused. */
    private void awaitForgotten(Account person, UUID requestId) {
        await().untilAsserted(() -> {
            assertThat(count(
                            "select count(*) from privacy_request where done_at is not null and request_id = ?",
                            requestId))
                    .isEqualTo(1);
            person.call().get("/api/auth/me").then().statusCode(401);
        });
    }

    private long count(String query, UUID personId) {
        return jdbi.withHandle(sql ->
                sql.createQuery(query).bind(0, personId).mapTo(Long.class).one());
    }
}
