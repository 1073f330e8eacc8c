package rw.ishemalink.compliance.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.compliance.licence.intake.LicenceFile;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.licence.LicenceChange;
import rw.ishemalink.schemas.licence.LicenceEvent;

/** The register of ours: files, manual entries with four eyes, and who may read what. */
@QuarkusTest
class RegisterStoryTest extends StoryTest {

    private static final String LICENCES = "/api/compliance/licences";
    private static final String IMPORTS = LICENCES + "/imports";
    private static final String PROPOSALS = LICENCES + "/proposals";
    private static final AtomicInteger NUMBER = new AtomicInteger(700_000_000);

    private final UUID official = UUID.randomUUID();

    @Test
    void good_lines_of_a_file_are_taken_and_of_the_others_it_is_said_what_to_mend() {
        String tin = newTin();
        String file =
                file(operator(tin, "VALID"), "OPERATOR_LICENCE," + newTin() + ",R-1,FINE,2026-01-01,2099-12-31,,,,,");

        handIn(official(), file, "fr")
                .statusCode(200)
                .body("lines", equalTo(2))
                .body("taken", equalTo(1))
                .body("errors", hasSize(1))
                .body("errors[0].line", equalTo(3))
                .body("errors[0].column", equalTo("status"))
                .body("errors[0].mend", containsString("Écrivez VALID"));
        found(tin)
                .body("items", hasSize(1))
                .body("items[0].source", equalTo("IMPORT"))
                .body("items[0].standing", equalTo("VALID"))
                .body("items[0].validUntil", equalTo("2099-12-31"));
    }

    @Test
    void with_strict_one_wrong_line_keeps_all_out() {
        String tin = newTin();
        String file = file(operator(tin, "VALID"), operator("12", "VALID"));

        String importId = as(official())
                .contentType("text/csv")
                .body(file)
                .post(IMPORTS + "?strict=true")
                .then()
                .statusCode(200)
                .body("taken", equalTo(0))
                .body("errors.column", contains("subject"))
                .extract()
                .path("importId");
        found(tin).body("items", hasSize(0));
        as(official()).get(IMPORTS + "/" + importId).then().statusCode(200).body("lines", equalTo(2));
        assertThat(as(official())
                        .get(IMPORTS + "?limit=200")
                        .then()
                        .extract()
                        .jsonPath()
                        .getList("items.importId"))
                .contains(importId);
    }

    @Test
    void the_same_file_handed_in_again_does_no_harm_and_gets_the_first_report() {
        String tin = newTin();
        String old = file(operator(tin, "VALID"));
        String first = handIn(official(), old, "en").extract().path("importId");
        handIn(official(), file(operator(tin, "REVOKED")), "en").body("taken", equalTo(1));

        handIn(official(), old, "en").statusCode(200).body("importId", equalTo(first));
        found(tin).body("items[0].standing", equalTo("REVOKED"));
        history(tin).body("status", contains("VALID", "REVOKED")).body("[0].reason", equalTo("file " + first));
    }

    @ParameterizedTest
    @CsvSource({"'kind;subject', licence-file-head", "'', licence-file-empty"})
    void a_file_of_no_use_is_refused(String head, String code) {
        as(official())
                .contentType("text/csv")
                .body(head.isEmpty() ? file() : head)
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }

    @Test
    void what_a_person_s_name_or_number_is_stands_neither_in_the_history_nor_in_a_report() {
        String number = "DL" + UUID.randomUUID().toString().substring(0, 8);
        String file = file(
                "DRIVING_LICENCE," + number + "," + number + ",VALID,2026-01-01,2099-12-31,Jean Bosco,,,,B",
                "DRIVING_LICENCE," + number + "," + number + ",VALID,2026-01-01,2099-12-31,Jean Bosco,,,,Z");
        String report = handIn(official(), file, "en").extract().asString();

        assertThat(report).doesNotContain(number).doesNotContain("Bosco");
        assertThat(history(number).extract().asString()).doesNotContain(number).doesNotContain("Bosco");
    }

    @Test
    void while_the_register_is_away_a_file_counts_and_when_it_answers_the_register_does() {
        Driver driver = onboardedDriver();
        authorities.registerIsAway();
        handIn(
                        official(),
                        file(
                                "DRIVER_AUTHORISATION," + driver.licenceNumber()
                                        + ",R-1,VALID,2026-01-01,2099-12-31,,,,,",
                                "VEHICLE_AUTHORISATION," + driver.plate() + ",R-2,VALID,2026-01-01,2099-12-31,,,,,"),
                        "en")
                .body("taken", equalTo(2));
        try (EventTap licences = EventTap.on(Topics.LICENCE_EVENTS)) {
            licences.awaitOne(
                    LicenceEvent.class,
                    event -> event.getHolderId().equals(driver.driverId())
                            && event.getChange() == LicenceChange.RECORDED);
        }
        awaitEvent(asking(driver), ComplianceChange.DISPATCH_CLEARED);

        authorities.registerIsBack();
        // Of whom no paper speaks is refused only once the register is heard again: its breaker may still be open.
        awaitEvent(asking(onboardedDriver()), ComplianceChange.DISPATCH_REFUSED);
        awaitEvent(asking(driver), ComplianceChange.DISPATCH_REFUSED);
    }

    @Test
    void an_entry_stands_once_another_official_approves_it() {
        String tin = newTin();
        TestToken proposer = official();
        String proposalId =
                propose(proposer, entry(tin)).statusCode(200).extract().path("proposalId");
        found(tin).body("items", hasSize(0));

        decide(proposer, proposalId, "approve")
                .statusCode(403)
                .body("type", equalTo("urn:ishemalink:problem:four-eyes"));
        decide(TestToken.of(Role.GOVERNMENT), proposalId, "approve")
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("question", nullValue())
                .body("licence", nullValue());
        found(tin).body("items[0].source", equalTo("MANUAL"));
        history(tin).body("[0].reason", equalTo("seen on paper"));
        decide(TestToken.of(Role.GOVERNMENT), proposalId, "reject")
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:proposal-decided"));
    }

    @Test
    void a_rejected_entry_changes_nothing() {
        String tin = newTin();
        String proposalId = propose(official(), entry(tin)).extract().path("proposalId");
        assertThat(waiting()).contains(proposalId);

        decide(TestToken.of(Role.TENANT_ADMIN), proposalId, "reject")
                .statusCode(200)
                .body("state", equalTo("REJECTED"));
        found(tin).body("items", hasSize(0));
        assertThat(waiting()).doesNotContain(proposalId);
    }

    @Test
    void the_database_too_refuses_that_one_person_approves_what_they_proposed() {
        String proposalId = propose(official(), entry(newTin())).extract().path("proposalId");

        assertThatThrownBy(() -> jdbi.useHandle(sql -> sql.execute(
                        "update licence_proposal set state = 'APPROVED', decided_by = proposed_by, decided_at = now(),"
                                + " decision_reason = 'mine' where proposal_id = '" + proposalId + "'")))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("four_eyes");
    }

    @Test
    void an_entry_that_cannot_be_is_refused_with_what_to_mend() {
        Map<String, Object> entry = entry("12");
        entry.put("status", "FINE");

        propose(official(), entry)
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:licence-invalid"))
                .body("detail", containsString("subject: Write a taxpayer identification number"))
                .body("detail", containsString("status: Write VALID"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SENDER", "DRIVER", "OPERATOR", "DISPATCHER", "AUDITOR", "CUSTOMS_INSPECTOR", "AGENT", "SERVICE"})
    void who_is_no_official_hands_in_and_proposes_nothing(Role role) {
        String proposalId = propose(official(), entry(newTin())).extract().path("proposalId");

        handIn(TestToken.of(role), file(operator(newTin(), "VALID")), "en").statusCode(403);
        as(TestToken.of(role)).get(IMPORTS).then().statusCode(403);
        as(TestToken.of(role)).get(IMPORTS + "/" + UUID.randomUUID()).then().statusCode(403);
        as(TestToken.of(role)).get(PROPOSALS).then().statusCode(403);
        propose(TestToken.of(role), entry(newTin())).statusCode(403);
        decide(TestToken.of(role), proposalId, "approve").statusCode(403);
        decide(TestToken.of(role), proposalId, "reject").statusCode(403);
    }

    @Test
    void without_a_token_there_is_nothing() {
        for (String path : List.of(LICENCES, LICENCES + "/" + UUID.randomUUID(), IMPORTS, PROPOSALS)) {
            given().get(path).then().statusCode(401);
        }
        given().get(LICENCES + "/" + UUID.randomUUID() + "/history").then().statusCode(401);
        given().get(IMPORTS + "/" + UUID.randomUUID()).then().statusCode(401);
        given().contentType("text/csv").body(file()).post(IMPORTS).then().statusCode(401);
        given().contentType(ContentType.JSON)
                .body(entry("1"))
                .post(PROPOSALS)
                .then()
                .statusCode(401);
        given().contentType(ContentType.JSON)
                .body(Map.of("reason", "x"))
                .post(PROPOSALS + "/" + UUID.randomUUID() + "/approve")
                .then()
                .statusCode(401);
    }

    @Test
    void another_tenant_has_a_register_of_its_own() {
        String tin = newTin();
        String importId =
                handIn(official(), file(operator(tin, "VALID")), "en").extract().path("importId");
        String licenceId = licenceId(tin);
        String proposalId = propose(official(), entry(newTin())).extract().path("proposalId");
        TestToken foreign = TestToken.of(Role.GOVERNMENT).tenant("geo");

        as(foreign).get(IMPORTS + "/" + importId).then().statusCode(404);
        as(foreign).get(LICENCES + "?subject=" + tin).then().body("items", hasSize(0));
        as(foreign).get(LICENCES + "/" + licenceId).then().statusCode(404);
        as(foreign).get(LICENCES + "/" + licenceId + "/history").then().statusCode(404);
        decide(foreign, proposalId, "approve").statusCode(404);
    }

    @ParameterizedTest
    @EnumSource(names = {"GOVERNMENT", "CUSTOMS_INSPECTOR", "AUDITOR", "DISPATCHER", "TENANT_ADMIN", "PLATFORM_ADMIN"})
    void staff_and_officials_read_the_whole_register(Role role) {
        String tin = newTin();
        handIn(official(), file(operator(tin, "VALID")), "en");

        as(TestToken.of(role)).get(LICENCES + "/" + licenceId(tin)).then().statusCode(200);
    }

    @Test
    void an_operator_reads_the_own_fleet_s_licences_and_a_driver_the_own() {
        String tin = newTin();
        Driver driver = Driver.of(tin);
        awaitHandled(driver.tells(Driver.FAR_AWAY, 1));
        Driver other = onboardedDriver();
        handIn(
                official(),
                file(
                        operator(tin, "VALID"),
                        "DRIVER_AUTHORISATION," + driver.licenceNumber() + ",R-1,VALID,2026-01-01,2099-12-31,,,,,",
                        "INSURANCE," + driver.plate() + ",R-2,VALID,2026-01-01,2099-12-31,,,,,",
                        "INSURANCE," + other.plate() + ",R-3,VALID,2026-01-01,2099-12-31,,,,,"),
                "en");
        TestToken fleet = TestToken.of(Role.OPERATOR)
                .operator(Objects.requireNonNull(driver.operator()).getOperatorId());
        TestToken self = TestToken.of(Role.DRIVER).person(driver.driverId());

        assertThat(kinds(fleet)).containsExactlyInAnyOrder("OPERATOR_LICENCE", "DRIVER_AUTHORISATION", "INSURANCE");
        assertThat(kinds(self)).containsExactlyInAnyOrder("DRIVER_AUTHORISATION", "INSURANCE");
        assertThat(kinds(TestToken.of(Role.DRIVER))).isEmpty();
        assertThat(kinds(TestToken.of(Role.OPERATOR).operator(UUID.randomUUID())))
                .isEmpty();
        String foreign = licenceId(other.plate());
        for (TestToken who : List.of(fleet, self)) {
            as(who).get(LICENCES + "/" + foreign).then().statusCode(404);
            as(who).get(LICENCES + "/" + foreign + "/history").then().statusCode(404);
        }
        as(TestToken.of(Role.OPERATOR)).get(LICENCES).then().statusCode(403);
        as(TestToken.of(Role.SENDER)).get(LICENCES).then().statusCode(403);
    }

    @Test
    void the_register_comes_in_pages_and_by_what_ends_soon() {
        Driver driver = onboardedDriver();
        handIn(
                official(),
                file(
                        "INSURANCE," + driver.plate() + ",R-1,VALID,2026-01-01,2099-12-31,,,,,",
                        "VEHICLE_INSPECTION," + driver.plate() + ",R-2,VALID,2026-01-01,2099-12-31,,,,,"),
                "en");
        String mine = LICENCES + "?limit=1&holderId=" + driver.vehicleId();
        JsonPath first =
                as(official()).get(mine).then().statusCode(200).extract().jsonPath();

        as(official())
                .get(mine + "&after=" + first.getString("next"))
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        as(official()).get(mine + "&kind=INSURANCE").then().body("items.kind", contains("INSURANCE"));
        as(official()).get(mine + "&endsWithinDays=30").then().body("items", hasSize(0));
        as(official()).get(LICENCES + "?limit=0").then().statusCode(400);
    }

    @Test
    void the_history_can_be_neither_changed_nor_deleted() {
        handIn(official(), file(operator(newTin(), "VALID")), "en").body("taken", equalTo(1));

        for (String statement : List.of(
                "update licence_change set reason = 'another'",
                "delete from licence_change",
                "truncate licence_change cascade")) {
            assertThatThrownBy(() -> jdbi.useHandle(sql -> sql.execute(statement)))
                    .isInstanceOf(UnableToExecuteStatementException.class)
                    .hasMessageContaining("append-only");
        }
    }

    private static List<String> kinds(TestToken who) {
        return as(who).get(LICENCES + "?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.kind");
    }

    private static List<String> waiting() {
        return as(TestToken.of(Role.GOVERNMENT))
                .get(PROPOSALS + "?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.proposalId");
    }

    private static Journey asking(Driver driver) {
        Journey journey = Journey.of(BookingKind.CARGO_DOMESTIC);
        journey.isPaid();
        journey.asksFor(driver);
        return journey;
    }

    private static String newTin() {
        return Integer.toString(NUMBER.incrementAndGet());
    }

    private static String operator(String tin, String status) {
        return "OPERATOR_LICENCE," + tin + ",RURA-" + tin + "," + status + ",2026-01-01,2099-12-31,Volcano Ltd,,,,";
    }

    private static String file(String... lines) {
        return LicenceFile.head() + "\r\n" + String.join("\r\n", lines) + "\r\n";
    }

    private static Map<String, Object> entry(String tin) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("kind", "OPERATOR_LICENCE");
        entry.put("subject", tin);
        entry.put("number", "RURA-9");
        entry.put("status", "VALID");
        entry.put("issuedOn", "2026-01-01");
        entry.put("validUntil", "2099-12-31");
        entry.put("reason", "seen on paper");
        return entry;
    }

    private TestToken official() {
        return TestToken.of(Role.GOVERNMENT).person(official);
    }

    private ValidatableResponse found(String subject) {
        return as(official()).get(LICENCES + "?subject=" + subject).then().statusCode(200);
    }

    private String licenceId(String subject) {
        return found(subject.replace(" ", "")).extract().path("items[0].licenceId");
    }

    private ValidatableResponse history(String subject) {
        return as(official())
                .get(LICENCES + "/" + licenceId(subject) + "/history")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse handIn(TestToken who, String file, String language) {
        return as(who).contentType("text/csv")
                .header("Accept-Language", language)
                .body(file)
                .post(IMPORTS)
                .then();
    }

    private static ValidatableResponse propose(TestToken who, Map<String, Object> entry) {
        return as(who).contentType(ContentType.JSON).body(entry).post(PROPOSALS).then();
    }

    private static ValidatableResponse decide(TestToken who, String proposalId, String verdict) {
        return as(who).contentType(ContentType.JSON)
                .body(Map.of("reason", "compared with the paper"))
                .post(PROPOSALS + "/" + proposalId + "/" + verdict)
                .then();
    }

    private static RequestSpecification as(TestToken who) {
        return given().auth().oauth2(who.sign());
    }
}
