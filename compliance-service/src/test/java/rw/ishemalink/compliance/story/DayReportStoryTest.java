package rw.ishemalink.compliance.story;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.compliance.ComplianceChange;

/** The days of a device that nobody else sells on; each test has days of its own, long past. */
@QuarkusTest
class DayReportStoryTest extends StoryTest {

    private static final String TENANT = "books-co";
    private static final AtomicInteger DAYS = new AtomicInteger();

    private final LocalDate day = LocalDate.of(2025, 1, 1).plusDays(10L * DAYS.incrementAndGet());

    @Test
    void x_adds_up_the_day_as_it_stands_in_kigali() {
        isRecordedAt(sold(), day.atTime(0, 0).atOffset(ZoneOffset.ofHours(2)));
        isRecordedAt(sold(), day.atTime(23, 59).atOffset(ZoneOffset.ofHours(2)));
        Journey off = sold();
        off.isCancelled("changed my mind");
        awaitEvent(off, ComplianceChange.RECEIPT_CREDITED);
        isRecordedAt(off, day.atTime(12, 0).atOffset(ZoneOffset.ofHours(2)));
        isRecordedAt(sold(), day.plusDays(1).atTime(0, 0).atOffset(ZoneOffset.ofHours(2)));

        report("x", day)
                .statusCode(200)
                .body("tin", equalTo("999900003"))
                .body("number", nullValue())
                .body("totals.lines", hasSize(2))
                .body("totals.lines[0].kind", equalTo("SALE"))
                .body("totals.lines[0].receipts", equalTo(3))
                .body("totals.lines[0].totalRwf", equalTo(600_000))
                .body("totals.lines[0].vatRwf", equalTo(91_524))
                .body("totals.lines[1].kind", equalTo("REFUND"))
                .body("totals.lines[1].totalRwf", equalTo(200_000));
        text("x", day, "fr").body(containsString("RAPPORT X")).body(containsString("-200,000"));
    }

    @Test
    void z_closes_a_day_once_and_its_figures_stay() {
        isRecordedAt(sold(), noon(day));
        report("z", day).statusCode(404).body("type", equalTo("urn:ishemalink:problem:day-not-closed"));

        int number = close(day).statusCode(200).extract().path("number");
        isRecordedAt(sold(), noon(day));

        close(day).statusCode(200).body("number", equalTo(number)).body("totals.lines[0].receipts", equalTo(1));
        report("z", day).body("number", equalTo(number)).body("totals.lines[0].receipts", equalTo(1));
        text("z", day, "en").body(containsString("Z REPORT " + number));
    }

    @Test
    void closed_days_are_numbered_without_gap_whoever_closes_them_at_the_same_time() {
        sold();
        List<Integer> numbers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(place -> close(day.plusDays(place % 4)).extract().<Integer>path("number"))
                .distinct()
                .sorted()
                .toList();

        assertThat(numbers).hasSize(4);
        assertThat(numbers.getLast() - numbers.getFirst()).isEqualTo(3);
        assertThat(count("select max(number) - count(*) from day_report where tin = '999900003'"))
                .as("numbers without a day")
                .isZero();
    }

    @Test
    void a_day_that_is_not_over_cannot_be_closed() {
        sold();
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        close(tomorrow).statusCode(409).body("type", equalTo("urn:ishemalink:problem:day-not-over"));
    }

    @Test
    void a_device_that_was_never_used_has_no_day_to_close() {
        given().auth()
                .oauth2(TestToken.of(Role.TENANT_ADMIN).tenant("idle-co").sign())
                .post("/api/receipts/reports/z?day=" + day)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:ishemalink:problem:device-unused"));
    }

    @Test
    void plu_tells_the_day_by_item() {
        isRecordedAt(sold(), noon(day));
        report("plu", day)
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].code", equalTo("RW3NTU0000003"))
                .body("items[0].sold", equalTo(1))
                .body("items[0].soldRwf", equalTo(200_000))
                .body("items[0].refunded", equalTo(0));
        text("plu", day, "rw").body(containsString("RAPORO PLU")).body(containsString("Passenger ride"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "21/11/2026", "2026-13-01", "yesterday"})
    void a_day_is_named_by_its_date(String wrong) {
        for (String kind : List.of("x", "z", "plu")) {
            as(TestToken.of(Role.AUDITOR), kind, wrong)
                    .statusCode(400)
                    .body("type", equalTo("urn:ishemalink:problem:invalid-day"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDER", "DRIVER", "OPERATOR", "DISPATCHER", "CUSTOMS_INSPECTOR"})
    void who_neither_keeps_nor_checks_books_reads_none(Role role) {
        for (String kind : List.of("x", "z", "plu")) {
            as(TestToken.of(role), kind, day.toString()).statusCode(403);
            given().get("/api/receipts/reports/" + kind + "?day=" + day).then().statusCode(401);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "GOVERNMENT"})
    void who_checks_books_closes_none(Role role) {
        given().auth()
                .oauth2(TestToken.of(role).tenant(TENANT).sign())
                .post("/api/receipts/reports/z?day=" + day)
                .then()
                .statusCode(403);
        given().post("/api/receipts/reports/z?day=" + day).then().statusCode(401);
    }

    @Test
    void a_device_that_others_share_tells_its_day_to_its_owner_and_to_government() {
        String shared = "/api/receipts/reports/x?day=" + day;
        given().auth()
                .oauth2(TestToken.of(Role.TENANT_ADMIN).tenant("geo").sign())
                .get(shared)
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:ishemalink:problem:shared-device"));
        given().auth()
                .oauth2(TestToken.of(Role.GOVERNMENT).tenant("geo").sign())
                .get(shared)
                .then()
                .statusCode(200);
    }

    private Journey sold() {
        Journey journey = Journey.with(TENANT);
        journey.isPaid();
        awaitEvent(journey, ComplianceChange.RECEIPT_ISSUED);
        return journey;
    }

    private static OffsetDateTime noon(LocalDate day) {
        return day.atTime(12, 0).atOffset(ZoneOffset.ofHours(2));
    }

    /** Nobody but the database's owner can turn a receipt's day back, and only without the guard. */
    private void isRecordedAt(Journey journey, OffsetDateTime at) {
        UUID bookingId = journey.bookingId();
        jdbi.useTransaction(sql -> {
            sql.execute("alter table fiscal_receipt disable trigger fiscal_receipt_append_only");
            sql.execute("update fiscal_receipt set recorded_at = ? where booking_id = ?", at, bookingId);
            sql.execute("alter table fiscal_receipt enable trigger fiscal_receipt_append_only");
        });
    }

    private static ValidatableResponse report(String kind, LocalDate day) {
        return as(TestToken.of(Role.AUDITOR).tenant(TENANT), kind, day.toString());
    }

    private static ValidatableResponse as(TestToken who, String kind, String day) {
        return given().auth()
                .oauth2(who.sign())
                .accept("application/json")
                .get("/api/receipts/reports/" + kind + "?day=" + day)
                .then();
    }

    private static ValidatableResponse text(String kind, LocalDate day, String language) {
        return given().auth()
                .oauth2(TestToken.of(Role.AUDITOR).tenant(TENANT).sign())
                .accept("text/plain")
                .header("Accept-Language", language)
                .get("/api/receipts/reports/" + kind + "?day=" + day)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse close(LocalDate day) {
        return given().auth()
                .oauth2(TestToken.of(Role.TENANT_ADMIN).tenant(TENANT).sign())
                .post("/api/receipts/reports/z?day=" + day)
                .then();
    }
}
