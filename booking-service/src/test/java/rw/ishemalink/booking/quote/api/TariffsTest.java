package rw.ishemalink.booking.quote.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.booking.quote.Tariff;
import rw.ishemalink.booking.testing.Journeys;
import rw.ishemalink.booking.testing.Someone;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.SuiteResource;

/** Tariffs by HTTP: who sees them, who publishes them, and what is refused. */
@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class TariffsTest {

    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final int HALF_A_YEAR = 180;

    private final Someone admin = Someone.with(Role.PLATFORM_ADMIN);

    @Test
    void all_versions_are_shown_with_policy_and_standing() {
        LocalDate day = aDay();
        publishCargo(day, Map.of()).statusCode(201);
        Someone.with(Role.DRIVER)
                .gets("/api/quotes/tariffs")
                .statusCode(200)
                .body("cargo[0].version", equalTo("CARGO-2026-1"))
                .body("cargo[0].source", equalTo("IshemaLink, cargo tariff 2026 (docs/tariffs.md)"))
                .body("cargo[0].standing", equalTo("IN_FORCE"))
                .body("cargo[0].rwfPerTonneKm", equalTo(150))
                .body("cargo.find { it.effectiveFrom == '%s' }.standing".formatted(day), equalTo("ANNOUNCED"))
                .body("moto[0].version", equalTo("MOTO-RURA-2022-08"))
                .body("moto[0].source", equalTo("RURA, moto fares of August 2022"))
                .body("moto[0].standing", equalTo("IN_FORCE"))
                .body("moto[0].farRwfPerKm", equalTo(205));
    }

    @Test
    void a_version_is_named_by_year_and_running_number() {
        LocalDate day = aDay();
        String first = publishCargo(day, Map.of()).statusCode(201).extract().path("version");
        String second = publishCargo(day.plusDays(HALF_A_YEAR), Map.of())
                .statusCode(201)
                .extract()
                .path("version");
        String series = "CARGO-" + day.getYear() + "-";
        assertThat(first).startsWith(series);
        assertThat(number(second, series)).isEqualTo(number(first, series) + 1);
    }

    @Test
    void a_moto_tariff_is_published_alike() {
        LocalDate day = aDay();
        publishMoto(day, Map.of())
                .statusCode(201)
                .body("version", startsWith("MOTO-" + day.getYear() + "-"))
                .body("standing", equalTo("ANNOUNCED"))
                .body("publishedAt", notNullValue())
                .body("startRwf", equalTo(500));
    }

    @Test
    void what_is_announced_changes_no_price_of_today() {
        publishCargo(aDay(), Map.of("rwfPerTonneKm", 10_000)).statusCode(201);
        Someone.sender()
                .posts(Journeys.POTATOES, "/api/quotes")
                .statusCode(201)
                .body("tariffVersion", equalTo("CARGO-2026-1"))
                .body("total", equalTo(32_627));
    }

    @Test
    void a_day_that_is_taken_is_refused_and_the_version_named() {
        LocalDate day = aDay();
        String version = publishCargo(day, Map.of()).statusCode(201).extract().path("version");
        assertProblem(publishCargo(day, Map.of()), 409, "tariff-day-taken")
                .body("detail", startsWith(version + " takes effect on " + day));
        publishMoto(day, Map.of()).statusCode(201);
        assertProblem(publishMoto(day, Map.of()), 409, "tariff-day-taken");
    }

    @Test
    void today_and_the_past_are_refused_and_the_days_that_will_do_are_named() {
        for (LocalDate day : List.of(LocalDate.now(Tariff.ZONE), LocalDate.EPOCH, LocalDate.MAX)) {
            assertProblem(publishCargo(day, Map.of()), 400, "tariff-day-out-of-range")
                    .body("detail", startsWith("effectiveFrom is a day from "));
            assertProblem(publishMoto(day, Map.of()), 400, "tariff-day-out-of-range");
        }
    }

    @ParameterizedTest(name = "cargo: {0} = {1}")
    @CsvSource({
        "rwfPerTonneKm, 0",
        "rwfPerTonneKm, -1",
        "rwfPerTonneKm, 10001",
        "rwfPerTonneKm, 1000000000000000000",
        "roadFactorPercent, 99",
        "roadFactorPercent, 301",
        "minimumMetres, -1",
        "minimumMetres, 100001",
        "minimumRwf, -1",
        "minimumRwf, 1000001",
        "internationalPercent, -1",
        "internationalPercent, 101",
        "perishablePercent, -1",
        "perishablePercent, 101"
    })
    void a_cargo_tariff_out_of_range_is_refused_and_the_field_named(String field, long value) {
        assertProblem(publishCargo(aDay(), Map.of(field, value)), 400, "invalid-input", "unreadable-input");
    }

    @ParameterizedTest(name = "moto: {0} = {1}")
    @CsvSource({
        "roadFactorPercent, 99, invalid-input",
        "startRwf, -1, invalid-input",
        "startRwf, 10001, invalid-input",
        "startMetres, -1, invalid-input",
        "startMetres, 50001, invalid-input",
        "rwfPerKm, -1, invalid-input",
        "rwfPerKm, 10001, invalid-input",
        "farMetres, 500001, invalid-input",
        "farMetres, 1999, moto-tariff-falls",
        "farRwfPerKm, 116, moto-tariff-falls",
        "farRwfPerKm, 10001, invalid-input"
    })
    void a_moto_tariff_out_of_range_is_refused(String field, long value, String code) {
        assertProblem(publishMoto(aDay(), Map.of(field, value)), 400, code);
    }

    @ParameterizedTest
    @CsvSource({"effectiveFrom", "source", "rwfPerTonneKm", "minimumRwf", "perishablePercent"})
    void a_field_that_is_missing_is_named(String field) {
        Map<String, Object> body = cargo(aDay());
        body.remove(field);
        assertProblem(admin.posts(body, "/api/quotes/tariffs/cargo"), 400, "invalid-input")
                .body("errors.field", hasItem(field));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"2031-02-30\"'",
        "'\"tomorrow\"'",
        "'\"+999999999-12-31\"'",
        "20000",
        "1000000000000000000",
        "'[2031,2,3]'",
        "'{}'",
        "true",
        "null",
        "'\"\"'"
    })
    void a_date_that_is_none_is_refused(String date) {
        String body = """
                {"effectiveFrom": %s, "source": "a policy", "rwfPerTonneKm": 1, "roadFactorPercent": 100,
                 "minimumMetres": 0, "minimumRwf": 0, "internationalPercent": 0, "perishablePercent": 0}""".formatted(date);
        assertProblem(
                admin.posts(body, "/api/quotes/tariffs/cargo"),
                400,
                "unreadable-input",
                "invalid-input",
                "tariff-day-out-of-range");
    }

    @ParameterizedTest
    @CsvSource({"' '", "'a\u0000b'", "'a\u0007b'"})
    void a_policy_needs_a_name_that_can_be_printed(String source) {
        assertProblem(publishCargo(aDay(), Map.of("source", source)), 400, "invalid-input");
        assertProblem(publishMoto(aDay(), Map.of("source", source)), 400, "invalid-input");
    }

    @Test
    void without_a_token_there_is_401() {
        given().get("/api/quotes/tariffs").then().statusCode(401).contentType("application/problem+json");
        given().contentType("application/json")
                .body(cargo(aDay()))
                .post("/api/quotes/tariffs/cargo")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "PLATFORM_ADMIN")
    void nobody_but_the_platforms_admin_publishes(Role role) {
        Someone other = Someone.with(role);
        assertProblem(other.posts(cargo(aDay()), "/api/quotes/tariffs/cargo"), 403, "not-allowed");
        assertProblem(other.posts(moto(aDay()), "/api/quotes/tariffs/moto"), 403, "not-allowed");
    }

    /** A day of its own in the first half of the year after next: to come, and within three years, whatever today is. */
    private static LocalDate aDay() {
        return LocalDate.now(Tariff.ZONE).plusYears(2).withDayOfYear(1 + DAYS.getAndIncrement());
    }

    private static int number(String version, String series) {
        return Integer.parseInt(version.substring(series.length()));
    }

    private ValidatableResponse publishCargo(LocalDate day, Map<String, ?> otherwise) {
        Map<String, Object> body = cargo(day);
        body.putAll(otherwise);
        return admin.posts(body, "/api/quotes/tariffs/cargo");
    }

    private ValidatableResponse publishMoto(LocalDate day, Map<String, ?> otherwise) {
        Map<String, Object> body = moto(day);
        body.putAll(otherwise);
        return admin.posts(body, "/api/quotes/tariffs/moto");
    }

    private static Map<String, Object> cargo(LocalDate day) {
        return new HashMap<>(Map.of(
                "effectiveFrom", day.toString(),
                "source", "IshemaLink, a cargo tariff of tests",
                "rwfPerTonneKm", 160,
                "roadFactorPercent", 140,
                "minimumMetres", 15_000,
                "minimumRwf", 2_000,
                "internationalPercent", 15,
                "perishablePercent", 10));
    }

    private static Map<String, Object> moto(LocalDate day) {
        return new HashMap<>(Map.of(
                "effectiveFrom", day.toString(),
                "source", "a moto tariff of tests",
                "roadFactorPercent", 130,
                "startRwf", 500,
                "startMetres", 2_000,
                "rwfPerKm", 117,
                "farMetres", 40_000,
                "farRwfPerKm", 205));
    }

    private static ValidatableResponse assertProblem(ValidatableResponse answer, int status, String... codes) {
        String type = answer.statusCode(status)
                .contentType("application/problem+json")
                .extract()
                .path("type");
        assertThat(codes).contains(type.replace("urn:ishemalink:problem:", ""));
        return answer;
    }
}
