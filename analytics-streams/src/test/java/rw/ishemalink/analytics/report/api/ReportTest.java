package rw.ishemalink.analytics.report.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static rw.ishemalink.kit.testing.Patience.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.analytics.cube.Period;
import rw.ishemalink.analytics.query.Published;
import rw.ishemalink.analytics.report.ReportKind;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;
import rw.ishemalink.kit.testing.TestToken;

/** Reports are downloaded by those who may see the figures. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ReportTest {

    private static final String GENERATE = "/api/analytics/reports/generate";

    private final Published ours = Published.inNewTenant();
    private final String admin =
            TestToken.of(Role.TENANT_ADMIN).tenant(ours.tenant()).sign();

    @Test
    void the_revenue_of_a_day_is_the_same_in_all_three_formats() throws IOException {
        Instant now = Instant.now();
        LocalDate day = LocalDate.ofInstant(now, Period.KIGALI);
        String revenue = GENERATE + "?report=revenue&from=" + day + "&to=" + day;
        Published.publish(ours.newBooking().at(now).paid());
        Published.publish(ours.newBooking().at(now).paid());

        JsonPath json = await().until(
                        () -> new JsonPath(get(revenue, admin)
                                .statusCode(200)
                                .header("Content-Language", "en")
                                .extract()
                                .asString()),
                        answer -> "23600".equals(answer.getString(kinds("totals.gross_rwf"))));
        assertThat(json.getString(kinds("rows[0].kind"))).isEqualTo("CARGO_DOMESTIC");
        assertThat(json.getBoolean("complete")).isTrue();
        assertThat(json.getString("asOf")).isNotNull();

        String csv = get(revenue + "&format=csv", admin)
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .header("Content-Disposition", "attachment; filename=\"revenue-" + day + "-" + day + ".csv\"")
                .extract()
                .asString();
        assertThat(csv)
                .contains("revenue-by-kind,CARGO_DOMESTIC,23600,2,3600,20000")
                .contains("complete,true");

        byte[] pdf = get(revenue + "&format=pdf", admin)
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(new String(pdf, 0, 4, US_ASCII)).isEqualTo("%PDF");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("23 600", ours.tenant());
        }
    }

    private static String kinds(String path) {
        return "sections.find { it.section == 'revenue-by-kind' }." + path;
    }

    @Test
    void words_are_in_the_language_asked_for() {
        given().auth()
                .oauth2(admin)
                .header("Accept-Language", "fr-RW, en;q=0.5")
                .get(GENERATE + "?report=routes")
                .then()
                .statusCode(200)
                .header("Content-Language", "fr")
                .body("title", equalTo("Trajets"));
    }

    @Test
    void each_form_and_language_of_a_report_has_a_tag_of_its_own() {
        Set<String> tags = new HashSet<>();
        for (String format : List.of("json", "csv", "pdf")) {
            for (String language : List.of("en", "fr", "rw")) {
                Response answer = given().auth()
                        .oauth2(admin)
                        .header("Accept-Language", language)
                        .get(GENERATE + "?report=routes&format=" + format);
                tags.add(answer.header("ETag"));
                assertThat(String.join(", ", answer.headers().getValues("Vary")))
                        .contains("Accept-Language", "Authorization");
            }
        }
        assertThat(tags).doesNotContainNull().hasSize(9);
    }

    @ParameterizedTest
    @EnumSource(ReportKind.class)
    void every_report_is_made_of_the_running_stores(ReportKind kind) {
        get(GENERATE + "?report=" + kind.path(), admin)
                .statusCode(200)
                .body("report", equalTo(kind.path()))
                .body("complete", equalTo(true));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"GOVERNMENT", "AUDITOR", "PLATFORM_ADMIN"})
    void the_state_and_the_platform_see_all_tenants(Role role) {
        get(GENERATE + "?report=revenue&tenant=*", TestToken.of(role).sign())
                .statusCode(200)
                .body("tenant", equalTo("*"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"TENANT_ADMIN", "DISPATCHER"})
    void a_tenants_staff_see_only_their_own(Role role) {
        String token = TestToken.of(role).tenant(ours.tenant()).sign();
        get(GENERATE + "?report=revenue", token).statusCode(200).body("tenant", equalTo(ours.tenant()));
        get(GENERATE + "?report=revenue&tenant=*", token).statusCode(403);
        get(GENERATE + "?report=revenue&tenant=another", token).statusCode(403);
    }

    @Test
    void nobody_names_another_tenant() {
        get(
                        GENERATE + "?report=revenue&tenant=" + ours.tenant(),
                        TestToken.of(Role.AUDITOR).sign())
                .statusCode(403);
    }

    @Test
    void an_operators_dispatcher_gets_no_report_of_the_tenant() {
        String token = TestToken.of(Role.DISPATCHER)
                .tenant(ours.tenant())
                .operator(UUID.randomUUID())
                .sign();
        get(GENERATE + "?report=revenue", token).statusCode(403);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"GOVERNMENT", "AUDITOR", "DISPATCHER", "TENANT_ADMIN", "PLATFORM_ADMIN"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_gets_one(Role role) {
        get(GENERATE + "?report=revenue", TestToken.of(role).sign()).statusCode(403);
    }

    @Test
    void without_a_valid_token_there_is_none() {
        given().get(GENERATE + "?report=revenue").then().statusCode(401);
        get(GENERATE + "?report=revenue", TestToken.of(Role.AUDITOR).expired().sign())
                .statusCode(401);
        get(GENERATE + "?report=revenue", TestToken.of(Role.AUDITOR).signWithForeignKey())
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "format=csv, unknown-report",
        "report=, unknown-report",
        "report=weather, unknown-report",
        "report=revenue&format=xls, unknown-format",
        "report=revenue&from=yesterday, no-day",
        "report=revenue&to=2026-03-10, from-missing",
        "report=revenue&from=2026-03-11&to=2026-03-10, bad-period",
        "report=revenue&from=2020-01-01&to=2026-03-10, bad-period"
    })
    void what_cannot_be_made_is_said_with_400(String query, String code) {
        get(GENERATE + "?" + query, admin)
                .statusCode(400)
                .contentType(containsString("application/problem+json"))
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }

    private static ValidatableResponse get(String address, String token) {
        return given().auth().oauth2(token).get(address).then();
    }
}
