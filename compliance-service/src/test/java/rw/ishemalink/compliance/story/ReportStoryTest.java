package rw.ishemalink.compliance.story;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.compliance.licence.Licence;
import rw.ishemalink.compliance.licence.LicenceAnswer.OnRecord;
import rw.ishemalink.compliance.licence.LicenceKind;
import rw.ishemalink.compliance.licence.LicenceQuestion;
import rw.ishemalink.compliance.licence.Word.Source;
import rw.ishemalink.compliance.licence.store.LicenceWords;
import rw.ishemalink.compliance.licence.store.LicenceWords.Behind;
import rw.ishemalink.compliance.licence.store.LicenceWords.Said;
import rw.ishemalink.compliance.report.store.FactStore;
import rw.ishemalink.compliance.report.store.FactStore.JourneyFact;
import rw.ishemalink.compliance.report.store.FactStore.PaymentFact;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.EventSource;
import rw.ishemalink.kit.testing.Events;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.schemas.Money;
import rw.ishemalink.schemas.Topics;
import rw.ishemalink.schemas.booking.BookingChange;
import rw.ishemalink.schemas.booking.BookingKind;
import rw.ishemalink.schemas.booking.BookingStatus;
import rw.ishemalink.schemas.payment.Payment;
import rw.ishemalink.schemas.payment.PaymentChange;
import rw.ishemalink.schemas.payment.PaymentEvent;
import rw.ishemalink.schemas.payment.PaymentStatus;
import rw.ishemalink.schemas.payment.Provider;

/** Monthly reports as agencies get them. Each story's tenant is its own. */
@QuarkusTest
class ReportStoryTest extends StoryTest {

    private static final Instant OCTOBER = Instant.parse("2025-10-31T21:59:59Z");
    private static final Instant NOVEMBER = Instant.parse("2025-10-31T22:00:00Z");

    private final String tenant = "tenant-" + UUID.randomUUID();

    @Inject
    FactStore facts;

    @Inject
    LicenceWords words;

    @Test
    void the_national_bank_gets_the_month_in_rwanda_by_provider_with_its_totals() throws IOException {
        twoProviders();
        String json = report("bnr-month", "application/json")
                .statusCode(200)
                .extract()
                .asString();
        ValidatableResponse answer = report("bnr-month", "application/json")
                .body("revision", equalTo(1))
                .body("state", equalTo("FINAL"))
                .body("content.month", equalTo("2025-10"))
                .body("content.sections[0].rows.provider", contains("AIRTEL", "MTN"))
                .body("content.sections[0].rows.succeeded", contains(1, 2))
                .body("content.sections[0].rows.succeeded_rwf", contains(500, 1_211_800))
                .body("content.sections[0].rows.refunded_rwf", contains(0, 11_800))
                .body("content.sections[0].rows.attempts_failed", contains(1, 0))
                .body("content.sections[0].rows.large", contains(0, 1))
                .body("content.sections[0].totals.succeeded_rwf", equalTo(1_212_300));
        String sha256 = answer.extract().path("sha256");
        String content = json.substring(json.indexOf("\"content\":") + "\"content\":".length(), json.length() - 1);
        assertThat(sha256(content)).as("the hash is that of the content").isEqualTo(sha256);

        String csv = report("bnr-month", "text/csv").statusCode(200).extract().asString();
        assertThat(csv)
                .contains("sha256," + sha256)
                .contains("payments,AIRTEL,1,500,0,0,1,0,0,0,0\r\n")
                .contains("total,,3,1212300,1,11800,1,0,0,1,1200000\r\n");
        byte[] pdf = report("bnr-month", "application/pdf")
                .statusCode(200)
                .header("Content-Disposition", containsString("bnr-month-2025-10-r1.pdf"))
                .extract()
                .asByteArray();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("2025-10", "1212300", sha256, "Page 1 of");
        }
    }

    @Test
    void a_payment_above_the_limit_is_named_without_its_payer() {
        twoProviders();
        paid("MTN", "SUCCEEDED", 1_000_000, OCTOBER);
        report("bnr-large-payments", "application/json")
                .body("content.sections[0].rows", hasSize(1))
                .body("content.sections[0].rows[0].amount_rwf", equalTo(1_200_000))
                .body("content.sections[0].rows[0].day", equalTo("2025-10-31"))
                .body("content.sections[0].rows[0].provider_transaction_id", equalTo("=T-1"));
        assertThat(report("bnr-large-payments", "text/csv").extract().asString())
                .contains(",'=T-1,");
    }

    @Test
    void a_late_fact_makes_a_new_revision_and_the_old_one_stays_readable() {
        paid("MTN", "SUCCEEDED", 100, OCTOBER);
        String first = report("bnr-month", "application/json")
                .body("revision", equalTo(1))
                .extract()
                .asString();
        paid("MTN", "SUCCEEDED", 7, NOVEMBER);
        assertThat(report("bnr-month", "application/json").extract().asString())
                .as("another month's fact changes nothing")
                .isEqualTo(first);

        paid("AIRTEL", "SUCCEEDED", 50, OCTOBER);
        report("bnr-month", "application/json")
                .body("revision", equalTo(2))
                .body("content.sections[0].totals.succeeded_rwf", equalTo(150));
        assertThat(report("bnr-month&revision=1", "application/json").extract().asString())
                .isEqualTo(first);
        report("bnr-month&revision=3", "application/json")
                .statusCode(404)
                .body("type", equalTo("urn:ishemalink:problem:no-such-revision"));
        assertThatThrownBy(() -> jdbi.useHandle(sql -> sql.execute("update report_revision set content = '{}'")))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void all_who_ask_at_the_same_moment_get_the_same_edition() throws Exception {
        twoProviders();
        try (var askers = Executors.newFixedThreadPool(6)) {
            Callable<String> asking = () -> report("bnr-month", "application/json")
                    .statusCode(200)
                    .extract()
                    .asString();
            Set<String> answers = new HashSet<>();
            for (Future<String> answer : askers.invokeAll(Collections.nCopies(6, asking))) {
                answers.add(answer.get());
            }
            assertThat(answers).hasSize(1);
        }
        assertThat(count("select count(*) from report_revision where tenant = '" + tenant + "'"))
                .isEqualTo(1);
    }

    @Test
    void the_month_that_lasts_is_provisional_and_not_kept() {
        YearMonth now = YearMonth.now(ZoneId.of("Africa/Kigali"));
        get(TestToken.of(Role.GOVERNMENT).tenant(tenant), "bnr-month?month=" + now, "application/json")
                .statusCode(200)
                .body("revision", equalTo(0))
                .body("state", equalTo("PROVISIONAL"));
        assertThat(count("select count(*) from report_revision where tenant = '" + tenant + "'"))
                .isZero();
    }

    @Test
    void what_left_the_border_is_an_export_of_the_month_once() {
        UUID coffee = export("Gatuna", "UG", 12_000_000L, "0901.11", 5_000, "0713.33", 2_500);
        UUID beans = export("Rusumo", "TZ", null, "0713.33", 1_000, null, 0);
        goes(coffee, "LEFT_BORDER", OCTOBER);
        goes(coffee, "LEFT_BORDER", OCTOBER.minusSeconds(60));
        goes(coffee, "HELD_AT_BORDER", OCTOBER.minusSeconds(90));
        goes(beans, "LEFT_BORDER", OCTOBER);
        goes(beans, "PICKED_UP", OCTOBER.minusSeconds(120));
        goes(export("Gatuna", "UG", 5L, "0901.11", 9, null, 0), "LEFT_BORDER", NOVEMBER);

        report("minicom-month", "application/json")
                .body("content.sections[0].rows.border_post", contains("Gatuna", "Rusumo"))
                .body("content.sections[0].rows.gross_weight_kg", contains(7_500, 1_000))
                .body("content.sections[0].totals.declared_rwf", equalTo(12_000_000))
                .body("content.sections[0].totals.without_declared_value", equalTo(1))
                .body("content.sections[1].rows.country", contains("TZ", "UG"))
                .body("content.sections[2].rows.hs_chapter", contains("07", "09"))
                .body("content.sections[2].rows.exports", contains(2, 1))
                .body("content.sections[2].rows.gross_weight_kg", contains(3_500, 5_000))
                .body("content.sections[2].rows.declared_rwf", contains(4_000_000, 8_000_000))
                .body("content.sections[3].rows[0].holds", equalTo(1))
                .body("content.sections[4].rows[0].picked_up", equalTo(1));
    }

    @Test
    void the_regulator_sees_how_the_rules_came_out_and_what_expires() {
        UUID booking = export("Gatuna", "UG", null, "0901.11", 1, null, 0);
        decided(booking, "CLEARED", "MET");
        decided(booking, "REFUSED", "UNMET");
        decided(booking, "WAITING", "UNKNOWN");
        licensed("DRIVER_AUTHORISATION", "A", "VALID", "2025-11-05");
        licensed("DRIVER_AUTHORISATION", "B", "VALID", "2026-01-05");
        licensed("OPERATOR_LICENCE", "C", "VALID", "2027-01-01");
        licensed("OPERATOR_LICENCE", "D", "REVOKED", "2025-11-05");

        report("rura-month", "application/json")
                .body("content.sections[0].rows.verdict", contains("CLEARED", "REFUSED", "WAITING"))
                .body("content.sections[1].rows.rule", contains("RURA-TEST"))
                .body("content.sections[1].rows[0].met", equalTo(1))
                .body("content.sections[1].rows[0].unmet", equalTo(1))
                .body("content.sections[1].rows[0].unknown", equalTo(1))
                .body("content.sections[3].rows.kind", contains("DRIVER_AUTHORISATION"))
                .body("content.sections[3].rows[0].within_30_days", equalTo(1))
                .body("content.sections[3].rows[0].within_90_days", equalTo(2));

        licensed("DRIVER_AUTHORISATION", "A", "VALID", "2030-01-01");
        report("rura-month", "application/json").body("revision", equalTo(1));
    }

    private void licensed(String kind, String subject, String status, String validUntil) {
        Licence licence = new Licence("1", Licence.Status.valueOf(status), LocalDate.parse(validUntil), null);
        LicenceQuestion question = new LicenceQuestion(LicenceKind.valueOf(kind), subject);
        Said said = new Said(tenant, question, null, Source.REGISTER, new OnRecord(licence));
        jdbi.useTransaction(sql -> words.say(sql, List.of(said), Behind.register(Instant.now())));
    }

    @Test
    void events_of_payments_and_bookings_are_counted_once() {
        Journey journey = Journey.of(BookingKind.RIDE);
        journey.goesOn(BookingChange.PICKED_UP, BookingStatus.IN_TRANSIT);
        var delivered = journey.goesOn(BookingChange.DELIVERED, BookingStatus.DELIVERED);
        journey.repeats(delivered);
        awaitHandled(journey.tellsOldNews());
        assertThat(count("select count(*) from journey_fact where booking_id = '" + journey.bookingId() + "'"))
                .isEqualTo(2);

        PaymentEvent failed = failedAttempt();
        EventSource.publish(Topics.PAYMENT_EVENTS, failed.getPayment().getBookingId(), failed);
        awaitHandled(failed.getMetadata().getEventId());
        assertThat(count("select count(*) from payment_fact where outcome = 'ATTEMPT_FAILED' and payment_id = '"
                        + failed.getPayment().getPaymentId() + "'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"GOVERNMENT", "TENANT_ADMIN", "PLATFORM_ADMIN"})
    void agencies_and_admins_read_the_reports_of_their_own_tenant_only(Role role) {
        paid("MTN", "SUCCEEDED", 100, OCTOBER);
        get(TestToken.of(role).tenant(tenant), "bnr-month?month=2025-10", "application/json")
                .statusCode(200)
                .body("content.sections[0].totals.succeeded_rwf", equalTo(100));
        get(TestToken.of(role).tenant("tenant-" + UUID.randomUUID()), "bnr-month?month=2025-10", "application/json")
                .statusCode(200)
                .body("content.sections[0].rows", hasSize(0));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"GOVERNMENT", "TENANT_ADMIN", "PLATFORM_ADMIN"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_reads_a_report(Role role) {
        for (String type : List.of("application/json", "text/csv", "application/pdf")) {
            get(TestToken.of(role).tenant(tenant), "bnr-month?month=2025-10", type)
                    .statusCode(403);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bnr-month", "bnr-large-payments", "minicom-month", "rura-month"})
    void without_a_token_there_is_no_report(String report) {
        given().get("/api/compliance/reports/" + report + "?month=2025-10")
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "bnr-month, 400, bad-month",
        "bnr-month?month=2099-01, 400, bad-month",
        "bnr-month?month=2019-12, 400, bad-month",
        "bnr-month?month=October, 400, bad-month",
        "tax-month?month=2025-10, 404, unknown-report",
        "bnr-month?month=2025-10&revision=x, 404, no-such-revision"
    })
    void what_is_asked_wrongly_is_told_what_to_mend(String query, int status, String code) {
        get(TestToken.of(Role.GOVERNMENT).tenant(tenant), query, "application/json")
                .statusCode(status)
                .body("type", equalTo("urn:ishemalink:problem:" + code));
    }

    private void twoProviders() {
        paid("MTN", "SUCCEEDED", 11_800, OCTOBER);
        paid("MTN", "SUCCEEDED", 1_200_000, OCTOBER);
        paid("MTN", "REFUNDED", 11_800, OCTOBER);
        paid("AIRTEL", "SUCCEEDED", 500, OCTOBER);
        paid("AIRTEL", "ATTEMPT_FAILED", 500, OCTOBER);
        paid("MTN", "SUCCEEDED", 7_000, NOVEMBER);
    }

    private void paid(String provider, String outcome, long amount, Instant at) {
        jdbi.useHandle(sql -> facts.add(
                sql,
                new PaymentFact(
                        UUID.randomUUID(),
                        tenant,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        provider,
                        "=T-1",
                        outcome,
                        amount,
                        at)));
    }

    private void goes(UUID bookingId, String change, Instant at) {
        jdbi.useHandle(sql -> facts.add(
                sql, new JourneyFact(UUID.randomUUID(), tenant, bookingId, "CARGO_INTERNATIONAL", change, at)));
    }

    private UUID export(
            String post,
            String country,
            @Nullable Long declared,
            String hs,
            long kg,
            @Nullable String secondHs,
            long secondKg) {
        UUID bookingId = UUID.randomUUID();
        jdbi.useHandle(sql -> {
            sql.execute("""
                    insert into case_file (booking_id, tenant, tracking_code, kind, status, sender_id, origin,
                                           destination, total_rwf, tax_class, booking_sequence)
                    values (?, ?, 'ISH-TEST', 'CARGO_INTERNATIONAL', 'DELIVERED', ?, 'Huye', 'Kampala', 1, 'B', 1)""", bookingId, tenant, UUID.randomUUID());
            sql.execute(
                    """
                    insert into export_file (booking_id, tenant, origin_country, origin_label, destination_country,
                                             destination_label, border_post, commodity, hs_code, weight_kg, packages,
                                             declared_value, declared_currency)
                    values (?, ?, 'RW', 'Huye', ?, 'there', ?, 'goods', ?, ?, 1, ?, ?)""",
                    bookingId,
                    tenant,
                    country,
                    post,
                    hs,
                    kg + secondKg,
                    declared,
                    declared == null ? null : "RWF");
            parcel(sql, bookingId, 1, hs, kg);
            if (secondHs != null) {
                parcel(sql, bookingId, 2, secondHs, secondKg);
            }
        });
        return bookingId;
    }

    private static void parcel(Handle sql, UUID bookingId, int line, String hs, long kg) {
        sql.execute("insert into export_parcel values (?, ?, 'goods', ?, ?, 1)", bookingId, line, hs, kg);
    }

    private void decided(UUID bookingId, String verdict, String outcome) {
        UUID requestId = UUID.randomUUID();
        jdbi.useHandle(sql -> {
            sql.execute(
                    """
                    insert into dispatch_request (request_id, booking_id, tenant, booking_sequence, driver_id,
                                                  vehicle_id, vehicle_plate, correlation_id, state)
                    values (?, ?, ?, ?, ?, ?, 'RAB 123 C', 'c', 'WITHDRAWN')""",
                    requestId,
                    bookingId,
                    tenant,
                    requestId.getMostSignificantBits(),
                    UUID.randomUUID(),
                    UUID.randomUUID());
            sql.createUpdate("""
                            insert into dispatch_decision (decision_id, request_id, booking_id, tenant, driver_id,
                                                           vehicle_id, verdict, rule_set, rules, decided_at)
                            values (:id, :request, :booking, :tenant, :id, :id, :verdict, 'TEST',
                                    jsonb_build_array(jsonb_build_object('ruleId', 'RURA-TEST', 'legalReference',
                                      'law', 'text', 't', 'outcome', cast(:outcome as text))), :at)""")
                    .bind("id", UUID.randomUUID())
                    .bind("request", requestId)
                    .bind("booking", bookingId)
                    .bind("tenant", tenant)
                    .bind("verdict", verdict)
                    .bind("outcome", outcome)
                    .bind("at", OCTOBER)
                    .execute();
        });
    }

    private static PaymentEvent failedAttempt() {
        return PaymentEvent.newBuilder()
                .setMetadata(Events.metadata("ishemalink", 1))
                .setChange(PaymentChange.ATTEMPT_FAILED)
                .setPayment(Payment.newBuilder()
                        .setPaymentId(UUID.randomUUID())
                        .setBookingId(UUID.randomUUID())
                        .setStatus(PaymentStatus.PENDING)
                        .setProvider(Provider.MTN)
                        .setAmount(new Money(500L, "RWF"))
                        .setAttempts(1)
                        .build())
                .build();
    }

    private ValidatableResponse report(String query, String type) {
        String path = query.contains("&") ? query.replaceFirst("&", "?month=2025-10&") : query + "?month=2025-10";
        return get(TestToken.of(Role.GOVERNMENT).tenant(tenant), path, type);
    }

    private static ValidatableResponse get(TestToken who, String path, String type) {
        return given().auth()
                .oauth2(who.sign())
                .accept(type + ", application/problem+json;q=0.1")
                .get("/api/compliance/reports/" + path)
                .then();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
