package rw.ishemalink.compliance.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.compliance.manifest.ManifestSchema;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventTap;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.compliance.ComplianceChange;
import rw.ishemalink.schemas.compliance.ComplianceEvent;
import rw.ishemalink.schemas.gov.EacManifest;

/** Seals, carnet and office codes on manifests, and the declaration. Each story's border post is its own. */
@QuarkusTest
class CustomsStoryTest extends StoryTest {

    private final String borderPost = "Post " + UUID.randomUUID();
    private final Journey journey = Journey.of(BookingKind.CARGO_INTERNATIONAL).through(borderPost);

    @Test
    void seals_and_a_carnet_put_on_after_the_manifest_make_a_new_version_that_says_why() throws Exception {
        assignedExport();
        journey.isSealed(null, "RRA-1", "KE-2");
        awaitManifest(journey.trackingCode() + "-2");
        journey.isSealed("RCTG/RW/7", "RRA-1", "KE-2");
        awaitManifest(journey.trackingCode() + "-3");
        journey.isSealed("RCTG/RW/7", "RRA-1", "KE-2");
        awaitHandled(journey.tellsOldNews());

        versions(sender())
                .statusCode(200)
                .body("version", contains(3, 2, 1))
                .body("reason", contains("carnet", "seals", "first"))
                .body("[0].seals", contains("RRA-1", "KE-2"))
                .body("[0].rctgReference", equalTo("RCTG/RW/7"))
                .body("[2].seals", empty());
        String xml = manifest(sender()).extract().asString();
        ManifestSchema.AWMDS.validate(xml);
        assertThat(xml).contains("<Marks_of_seals>RRA-1,KE-2</Marks_of_seals>");
        try (EventTap feed = EventTap.on(Topics.GOV_EAC_MANIFESTS)) {
            EacManifest told =
                    feed.awaitOne(EacManifest.class, one -> one.getReference().equals(journey.trackingCode() + "-3"));
            assertThat(told.getSeals()).containsExactly("RRA-1", "KE-2");
            assertThat(told.getRctgReference()).isEqualTo("RCTG/RW/7");
            assertThat(told.getCustomsOfficeCode()).isNull();
        }
    }

    @Test
    void another_driver_with_another_truck_is_why_there_is_a_second_version() {
        assignedExport();
        journey.asksFor(Driver.independent().isOnboarded());
        journey.isAssigned();
        awaitManifest(journey.trackingCode() + "-2");
        versions(sender()).body("reason", contains("driver, vehicle", "first"));
    }

    @Test
    void without_a_loaded_code_the_manifest_warns_and_with_one_it_does_not() {
        assignedExport();
        manifest(sender())
                .header("Warning", containsString("no code of the customs office is loaded"))
                .body(containsString("<Customs_office_code>ZZZZZ</Customs_office_code>"));
        versions(sender()).body("[0].warnings", hasSize(1)).body("[0].customsOfficeCode", nullValue());

        loads(admin(), "2020-01-01", "border_post,code,name\n" + borderPost + ",GT01,Gatuna OSBP\n")
                .statusCode(201);
        journey.isSealed(null, "RRA-9");
        awaitManifest(journey.trackingCode() + "-2");
        manifest(sender())
                .header("Warning", nullValue())
                .body(containsString("<Customs_office_code>GT01</Customs_office_code>"));
        versions(sender()).body("[0].warnings", empty()).body("[0].customsOfficeCode", equalTo("GT01"));
    }

    @Test
    void the_list_that_is_in_force_latest_counts_and_one_for_the_future_does_not_yet() {
        loads(admin(), "2020-01-01", list("OLD")).statusCode(201).body("offices", equalTo(1));
        loads(admin(), "2021-01-01", list("NEW")).statusCode(201);
        loads(admin(), "2090-01-01", list("FUT")).statusCode(201);
        int again = loads(admin(), "2021-01-01", list("NEW"))
                .statusCode(201)
                .extract()
                .path("importId");

        code("2020-06-01", "OLD");
        code("2026-06-01", "NEW");
        code("2090-01-01", "FUT");
        offices("2021-01-01").body("find { it.borderPost == '" + slug() + "' }.importId", equalTo(again));
        offices("2019-12-31").body("borderPost.findAll { it == '" + slug() + "' }", empty());
    }

    @Test
    void a_list_with_errors_is_refused_whole_and_says_what_to_mend_where() {
        loads(admin(), "2020-01-01", "border_post,code,name\n" + borderPost + ",GOOD,Good\nRusumo,MUCHTOOLONG,Rusumo\n")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("lines.line", contains(3))
                .body("lines.problem", hasItem("code is 1 to 5 letters or digits"));
        offices("2026-01-01").body("borderPost.findAll { it == '" + slug() + "' }", empty());
        loads(admin(), "first of May", list("GOOD"))
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:bad-day"));
        loads(admin(), "2020-01-01", "").statusCode(400);
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMS_INSPECTOR", "PLATFORM_ADMIN"})
    void customs_and_the_platform_load_codes(Role role) {
        loads(TestToken.of(role), "2020-01-01", list("ROLE")).statusCode(201);
    }

    @ParameterizedTest
    @EnumSource(names = {"TENANT_ADMIN", "GOVERNMENT", "SENDER", "DRIVER", "DISPATCHER", "AUDITOR"})
    void nobody_else_loads_codes(Role role) {
        loads(TestToken.of(role), "2020-01-01", list("NOPE")).statusCode(403);
    }

    @Test
    void without_a_token_nothing_of_customs_is_read_or_loaded() {
        for (String path : List.of("", "/sad")) {
            given().get("/api/compliance/manifests/{id}" + path, UUID.randomUUID())
                    .then()
                    .statusCode(401);
        }
        given().get("/api/compliance/customs-offices").then().statusCode(401);
        given().contentType("text/csv")
                .body(list("NOPE"))
                .post("/api/compliance/customs-offices/imports")
                .then()
                .statusCode(401);
    }

    @Test
    void the_declarant_gets_a_valid_declaration_general_or_simplified() throws Exception {
        assignedExport();
        String general = sad(sender(), "")
                .statusCode(200)
                .contentType("application/xml")
                .extract()
                .asString();
        ManifestSchema.SAD.validate(general);
        assertThat(general)
                .contains("<Declaration_gen_procedure_code>1<", "<Manifest_reference_number>" + journey.trackingCode());
        assertThat(sad(TestToken.of(Role.CUSTOMS_INSPECTOR), "?procedure=EXS1")
                        .extract()
                        .asString())
                .contains("<Declaration_gen_procedure_code>S1<");
        sad(sender(), "?procedure=IM4")
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:unknown-procedure"));
    }

    @Test
    void before_the_dispatch_is_cleared_there_is_nothing_to_declare() {
        awaitHandled(journey.isConfirmed().getMetadata().getEventId());
        sad(sender(), "").statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-manifest"));
        versions(sender()).statusCode(200).body("", hasSize(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "driver", "tenant"})
    void whose_export_it_is_not_learns_nothing_of_it(String who) {
        assignedExport();
        TestToken other =
                switch (who) {
                    case "stranger" -> TestToken.of(Role.SENDER, Role.AGENT);
                    case "driver" -> TestToken.of(Role.DRIVER);
                    default -> TestToken.of(Role.CUSTOMS_INSPECTOR).tenant("geo");
                };
        versions(other).statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-such-booking"));
        sad(other, "").statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-such-booking"));
    }

    @Test
    void what_was_loaded_is_never_changed() {
        loads(admin(), "2020-01-01", list("KEEP")).statusCode(201);
        for (String statement : List.of("update customs_office set code = 'X'", "delete from customs_office_import")) {
            assertThatThrownBy(() -> jdbi.useHandle(sql -> sql.execute(statement)))
                    .isInstanceOf(UnableToExecuteStatementException.class)
                    .hasMessageContaining("append-only");
        }
    }

    private void assignedExport() {
        Driver driver = onboardedDriver();
        authorities.registerKnows(driver, "2099-12-31");
        journey.isPaid();
        journey.asksFor(driver);
        awaitEvent(journey, ComplianceChange.DISPATCH_CLEARED);
        journey.isAssigned();
        awaitEvent(journey, ComplianceChange.MANIFEST_ISSUED);
    }

    private void awaitManifest(String reference) {
        events.awaitOne(
                ComplianceEvent.class,
                event -> event.getManifest() != null
                        && event.getManifest().getReference().equals(reference));
    }

    private TestToken sender() {
        return TestToken.of(Role.SENDER).person(journey.senderId());
    }

    private static TestToken admin() {
        return TestToken.of(Role.PLATFORM_ADMIN);
    }

    private String list(String code) {
        return "border_post,code,name\n" + borderPost + "," + code + ",An office\n";
    }

    private String slug() {
        return borderPost.toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    private void code(String on, String expected) {
        offices(on).body("find { it.borderPost == '" + slug() + "' }.code", equalTo(expected));
    }

    private static ValidatableResponse offices(String on) {
        return given().auth()
                .oauth2(TestToken.of(Role.SENDER).sign())
                .get("/api/compliance/customs-offices?on=" + on)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse loads(TestToken who, String from, String csv) {
        return given().auth()
                .oauth2(who.sign())
                .contentType("text/csv; charset=UTF-8")
                .queryParam("effectiveFrom", from)
                .body(csv)
                .post("/api/compliance/customs-offices/imports")
                .then();
    }

    private ValidatableResponse versions(TestToken who) {
        return given().auth()
                .oauth2(who.sign())
                .get("/api/compliance/manifests/{id}", journey.bookingId())
                .then();
    }

    private ValidatableResponse sad(TestToken who, String query) {
        return given().auth()
                .oauth2(who.sign())
                .get("/api/compliance/manifests/{id}/sad" + query, journey.bookingId())
                .then();
    }

    private ValidatableResponse manifest(TestToken who) {
        return given().auth()
                .oauth2(who.sign())
                .get("/api/compliance/bookings/{id}/manifest", journey.bookingId())
                .then()
                .statusCode(200);
    }
}
