package rw.ishemalink.identity.fleet;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rw.ishemalink.identity.testing.Account;
import rw.ishemalink.identity.testing.Accounts;
import rw.ishemalink.identity.testing.Codes;
import rw.ishemalink.identity.testing.IdentitySettings;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.PrivacyTrial;
import rw.ishemalink.schemas.notification.NotificationRequest;
import rw.ishemalink.schemas.notification.RequestedTemplate;

/** How people come to drive. */
@QuarkusTest
@QuarkusTestResource(IdentitySettings.class)
class ApplicationsTest {

    private static final String APPLICATIONS = "/api/fleet/applications";
    private static final String APPLICATION = "/api/fleet/applications/{id}";

    @Inject
    Jdbi jdbi;

    private Account admin;

    @BeforeEach
    void anAdministratorLogsIn() {
        admin = Accounts.platformAdmin();
    }

    @Test
    void who_applies_waits_and_becomes_a_driver_when_the_papers_are_cleared() {
        Account person = Accounts.newcomer();
        apply(person, DriverForm.papers())
                .statusCode(201)
                .body("driver.driverId", equalTo(person.personId().toString()))
                .body("driver.status", equalTo("PENDING"))
                .body("driver.operator", nullValue())
                .body("documents.kind", contains("DRIVING_LICENCE", "NATIONAL_ID"))
                .body("check", nullValue());
        person.call().get("/api/auth/me").then().body("roles", not(hasItem("DRIVER")));

        Compliance.clears(admin, person.personId());

        assertThat(Codes.awaitMessage(Accounts.TENANT, person.phone(), 2).getTemplate())
                .isEqualTo(RequestedTemplate.DRIVER_ACTIVE);
        Account driver = Accounts.login(Accounts.TENANT, person.phone());
        assertThat(driver.roles()).contains("DRIVER");
        driver.call()
                .get(APPLICATIONS + "/me")
                .then()
                .statusCode(200)
                .body("driver.status", equalTo("ACTIVE"))
                .body("check.outcome", equalTo("CLEARED"))
                .body("check.validUntil", equalTo(Compliance.LAST_DAY.toString()));
    }

    @Test
    void who_is_refused_reads_why_in_the_own_language_and_hands_in_new_papers() {
        Account person = speakingFrench(Accounts.newcomer());
        Map<String, Object> papers = DriverForm.papers();
        apply(person, papers).statusCode(201);

        Compliance.refuses(admin, person.personId());

        String text = "La RURA n'a pas d'autorisation valable du chauffeur pour transporter des marchandises"
                + " ou des personnes contre paiement.";
        person.call()
                .get(APPLICATIONS + "/me")
                .then()
                .body("driver.status", equalTo("REJECTED"))
                .body("check.refusals.rule", contains(Compliance.NO_AUTHORISATION))
                .body("check.refusals.text", contains(text));
        NotificationRequest told = Codes.awaitMessage(Accounts.TENANT, person.phone(), 3);
        assertThat(told.getTemplate()).isEqualTo(RequestedTemplate.DRIVER_REJECTED);
        assertThat(told.getParameters()).containsEntry("reason", text);
        handIn(person, person.personId(), papers).statusCode(200).body("driver.status", equalTo("PENDING"));
        Compliance.clears(admin, person.personId());
    }

    @Test
    void the_same_papers_once_more_change_nothing_and_others_are_checked() {
        Account person = Accounts.newcomer();
        Map<String, Object> papers = DriverForm.papers();
        apply(person, papers).statusCode(201);
        Compliance.clears(admin, person.personId());
        Account driver = Accounts.login(Accounts.TENANT, person.phone());

        handIn(driver, person.personId(), papers)
                .statusCode(200)
                .body("driver.status", equalTo("ACTIVE"))
                .body("driver.version", equalTo(2));
        papers.put("documents", List.of(DriverForm.document("DRIVING_LICENCE"), DriverForm.document("NATIONAL_ID")));
        handIn(driver, person.personId(), papers)
                .statusCode(200)
                .body("driver.status", equalTo("PENDING"))
                .body("driver.version", equalTo(3));
    }

    @Test
    void staff_apply_for_people_of_their_own_fleet_by_phone_or_by_id() {
        UUID operatorId = Accounts.newOperator(admin);
        for (Role role : List.of(Role.OPERATOR, Role.DISPATCHER)) {
            Account staff = Accounts.staff(role, operatorId);
            Account known = Accounts.newcomer();
            String byPhone = application(staff, Map.of("phone", Accounts.newPhone()), DriverForm.papers())
                    .statusCode(201)
                    .body("driver.operator.operatorId", equalTo(operatorId.toString()))
                    .extract()
                    .path("driver.driverId");
            application(staff, Map.of("personId", known.personId()), DriverForm.papers())
                    .statusCode(201)
                    .body("driver.driverId", equalTo(known.personId().toString()));
            staff.call()
                    .queryParam("status", "PENDING")
                    .get(APPLICATIONS)
                    .then()
                    .statusCode(200)
                    .body("driver.driverId", hasItem(byPhone))
                    .body("driver.driverId", hasItem(known.personId().toString()))
                    .body("documents[0].kind", containsInAnyOrder("DRIVING_LICENCE", "NATIONAL_ID"));
            staff.call()
                    .queryParam("status", "REJECTED")
                    .get(APPLICATIONS)
                    .then()
                    .body("driver.driverId", not(hasItem(byPhone)));
            staff.call().get(APPLICATION, byPhone).then().statusCode(200);
            handIn(staff, UUID.fromString(byPhone), DriverForm.papers()).statusCode(200);
        }
    }

    @Test
    void nobody_joins_a_fleet_uninvited_or_applies_for_another() {
        Account person = Accounts.newcomer();
        UUID operatorId = Accounts.newOperator(admin);

        refused(application(person, Map.of("operatorId", operatorId), DriverForm.papers()), 403, "operator-applies");
        for (Map<String, Object> another : List.<Map<String, Object>>of(
                Map.of("phone", Accounts.newPhone()), Map.of("personId", UUID.randomUUID()))) {
            refused(application(person, another, DriverForm.papers()), 403, "application-of-another");
        }
        application(person, Map.of("phone", person.phone()), DriverForm.papers())
                .statusCode(201);
    }

    @Test
    void staff_take_nobody_of_another_fleet_or_tenant() {
        UUID operatorId = Accounts.newOperator(admin);
        Account operator = Accounts.staff(Role.OPERATOR, operatorId);
        UUID another = Accounts.newOperator(admin);
        Account stranger = Accounts.login(Accounts.newTenant(), Accounts.newPhone());

        refused(
                application(operator, Map.of("phone", Accounts.newPhone(), "operatorId", another), DriverForm.papers()),
                404,
                "no-such-operator");
        refused(
                application(operator, Map.of("personId", stranger.personId()), DriverForm.papers()),
                404,
                "no-such-person");
        Account independent = Accounts.newcomer();
        apply(independent, DriverForm.papers()).statusCode(201);
        operator.call().get(APPLICATION, independent.personId()).then().statusCode(404);
        handIn(operator, independent.personId(), DriverForm.papers()).statusCode(404);
        operator.call()
                .get(APPLICATIONS)
                .then()
                .body("driver.driverId", not(hasItem(independent.personId().toString())));
        Account elsewhere = Accounts.with(Accounts.newTenant(), Role.TENANT_ADMIN);
        elsewhere.call().get(APPLICATION, independent.personId()).then().statusCode(404);
        handIn(elsewhere, independent.personId(), DriverForm.papers()).statusCode(404);
    }

    @Test
    void others_see_nothing_of_an_application_and_without_a_token_there_is_none() {
        Account person = Accounts.newcomer();
        apply(person, DriverForm.papers()).statusCode(201);
        Account other = Accounts.newcomer();

        other.call().get(APPLICATION, person.personId()).then().statusCode(404);
        other.call().get(APPLICATIONS).then().statusCode(200).body("$", equalTo(List.of()));
        other.call().get(APPLICATIONS + "/me").then().statusCode(404);
        handIn(other, person.personId(), DriverForm.papers()).statusCode(404);
        given().get(APPLICATIONS).then().statusCode(401);
        given().get(APPLICATIONS + "/me").then().statusCode(401);
        given().get(APPLICATION, person.personId()).then().statusCode(401);
        given().contentType("application/json")
                .body(Map.of())
                .post(APPLICATIONS)
                .then()
                .statusCode(401);
        given().contentType("application/json")
                .body(Map.of())
                .put(APPLICATION, person.personId())
                .then()
                .statusCode(401);
    }

    @Test
    void nobody_applies_twice() {
        Account person = Accounts.newcomer();
        apply(person, DriverForm.papers()).statusCode(201);

        refused(apply(person, DriverForm.papers()), 409, "driver-already-onboarded");
    }

    @Test
    void papers_that_say_too_little_or_too_much_are_refused() {
        Account person = Accounts.newcomer();
        Map<String, Object> papers = DriverForm.papers();
        papers.put("documents", List.of(DriverForm.document("DRIVING_LICENCE")));
        refused(apply(person, papers), 400, "document-missing");
        papers.put(
                "documents",
                List.of(
                        DriverForm.document("DRIVING_LICENCE"),
                        DriverForm.document("NATIONAL_ID"),
                        DriverForm.document("NATIONAL_ID")));
        refused(apply(person, papers), 400, "document-twice");
        Map<String, Object> document = new HashMap<>(DriverForm.document("NATIONAL_ID"));
        document.put("sha256", "no digest");
        papers.put("documents", List.of(DriverForm.document("DRIVING_LICENCE"), document));
        refused(apply(person, papers), 400, "invalid-input");
        refused(
                application(
                        person, Map.of("phone", person.phone(), "personId", person.personId()), DriverForm.papers()),
                400,
                "applicant-twice");
    }

    @Test
    void whoever_of_staff_reads_an_application_is_on_record() {
        Account person = Accounts.newcomer();
        apply(person, DriverForm.papers()).statusCode(201);
        person.call().get(APPLICATIONS + "/me").then().statusCode(200);
        assertThat(accessesTo(person)).isZero();

        admin.call().get(APPLICATION, person.personId()).then().statusCode(200);
        assertThat(accessesTo(person)).isOne();
    }

    @Test
    void numbers_and_places_of_papers_are_never_in_the_database_in_clear() {
        Account person = Accounts.newcomer();
        Map<String, Object> papers = DriverForm.papers();
        Map<String, Object> identity = DriverForm.document("NATIONAL_ID");
        papers.put("documents", List.of(DriverForm.document("DRIVING_LICENCE"), identity));
        apply(person, papers).statusCode(201);

        assertThat(PrivacyTrial.tablesWith(jdbi, String.valueOf(identity.get("number"))))
                .isEmpty();
        assertThat(PrivacyTrial.tablesWith(jdbi, "box-7")).isEmpty();
        person.call()
                .get(APPLICATIONS + "/me")
                .then()
                .body("documents.find { it.kind == 'NATIONAL_ID' }.number", equalTo(identity.get("number")));
    }

    private static ValidatableResponse apply(Account person, Map<String, Object> papers) {
        return application(person, Map.of(), papers);
    }

    private static ValidatableResponse application(Account by, Map<String, ?> who, Map<String, Object> papers) {
        Map<String, Object> body = new HashMap<>(who);
        body.put("papers", papers);
        return by.call().body(body).post(APPLICATIONS).then();
    }

    private static ValidatableResponse handIn(Account by, UUID driverId, Map<String, Object> papers) {
        return by.call().body(papers).put(APPLICATION, driverId).then();
    }

    private static void refused(ValidatableResponse answer, int status, String problem) {
        answer.statusCode(status).body("type", equalTo("urn:ishemalink:problem:" + problem));
    }

    private static Account speakingFrench(Account person) {
        person.call()
                .body(Map.of("name", "Jean", "language", "fr"))
                .put("/api/auth/me")
                .then()
                .statusCode(200);
        return Accounts.login(person.tenant(), person.phone());
    }

    private long accessesTo(Account person) {
        return jdbi.withHandle(
                sql -> sql.createQuery("select count(*) from outbox where topic = 'access.records' and key = :subject")
                        .bind("subject", person.personId())
                        .mapTo(Long.class)
                        .one());
    }
}
