package rw.ishemalink.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static rw.ishemalink.payment.collecting.Provider.MTN;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.payment.collecting.StatementLine.Kind;
import rw.ishemalink.payment.collecting.StatementLine.Status;

/** Who may see and do what about days and cases; each case is resolved once, a large one by two persons. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class ReconciliationAccessTest {

    private static final String CASES = "/api/payments/cases";
    private static final String PROBLEM = "urn:ishemalink:problem:";
    private static final long SMALL = 11_800;
    private static final long LARGE = 250_000;

    @Inject
    UnitOfWork unitOfWork;

    private final String tenant = "tenant-" + UUID.randomUUID();
    private final LocalDate day = Comparisons.freshDay();
    private final String admin = TestToken.of(Role.TENANT_ADMIN).tenant(tenant).sign();
    private final String colleague =
            TestToken.of(Role.TENANT_ADMIN).tenant(tenant).sign();
    private final String auditor = TestToken.of(Role.AUDITOR).tenant(tenant).sign();
    private UUID small;
    private UUID large;

    @BeforeEach
    void twoPaymentsThatTheProviderLacks() {
        Instant noon = day.atTime(10, 0).toInstant(ZoneOffset.UTC);
        UUID first = seed(SMALL, noon);
        UUID second = seed(LARGE, noon);
        SettlementFiles.of(MTN)
                .offer(day, SettlementFiles.line("foreign-" + tenant, Kind.COLLECTION, 500, 0, Status.SUCCEEDED, noon));
        new Comparisons(unitOfWork).compare(MTN, day);
        small = caseOf(first);
        large = caseOf(second);
    }

    @Test
    void without_a_token_or_with_an_old_or_foreign_one_nothing_is_shown_or_done() {
        String old = TestToken.of(Role.PLATFORM_ADMIN).expired().sign();
        String foreign = TestToken.of(Role.PLATFORM_ADMIN).signWithForeignKey();
        given().get(Comparisons.PATH).then().statusCode(401);
        given().get(CASES).then().statusCode(401);
        for (String token : List.of(old, foreign)) {
            gets(token, Comparisons.PATH).statusCode(401);
            gets(token, Comparisons.PATH + "/MTN/" + day).statusCode(401);
            Comparisons.request(token, "MTN", day.toString()).statusCode(401);
            gets(token, CASES).statusCode(401);
            gets(token, CASES + "/" + small).statusCode(401);
            resolve(token, small, "WRITE_OFF").statusCode(401);
            approve(token, small, "WRITE_OFF").statusCode(401);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "PLATFORM_ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void days_are_compared_and_seen_by_the_platforms_staff_only(Role role) {
        String token = TestToken.of(role).tenant(tenant).sign();
        gets(token, Comparisons.PATH).statusCode(403);
        gets(token, Comparisons.PATH + "/MTN/" + day).statusCode(403);
        Comparisons.request(token, "MTN", day.toString()).statusCode(403);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "TENANT_ADMIN", "PLATFORM_ADMIN"},
            mode = EnumSource.Mode.EXCLUDE)
    void cases_are_closed_to_everybody_else(Role role) {
        String token = TestToken.of(role).tenant(tenant).sign();
        gets(token, CASES).statusCode(403);
        gets(token, CASES + "/" + small).statusCode(403);
        resolve(token, small, "WRITE_OFF").statusCode(403);
        approve(token, small, "WRITE_OFF").statusCode(403);
    }

    @Test
    void an_auditor_sees_and_does_nothing() {
        gets(auditor, CASES).statusCode(200).body("items", hasSize(2));
        gets(auditor, CASES + "/" + small).statusCode(200).body("history.what", equalTo(List.of("OPENED")));
        resolve(auditor, small, "WRITE_OFF").statusCode(403);
        approve(auditor, small, "WRITE_OFF").statusCode(403);
    }

    @Test
    void a_tenant_sees_the_cases_of_its_own_movements_and_no_others() {
        UUID foreign = foreignCase();
        gets(admin, CASES)
                .statusCode(200)
                .body("items.caseId", containsInAnyOrder(large.toString(), small.toString()))
                .body("items.tenant", equalTo(List.of(tenant, tenant)));
        noCase(gets(admin, CASES + "/" + foreign));

        String others = TestToken.of(Role.TENANT_ADMIN)
                .tenant("nobody-" + UUID.randomUUID())
                .sign();
        gets(others, CASES).statusCode(200).body("items", empty());
        noCase(gets(others, CASES + "/" + small));
        noCase(resolve(others, small, "WRITE_OFF"));
        noCase(approve(others, small, "WRITE_OFF"));

        String ofTheHouse = TestToken.of(Role.TENANT_ADMIN).tenant("ishemalink").sign();
        noCase(gets(ofTheHouse, CASES + "/" + foreign));
        noCase(resolve(ofTheHouse, foreign, "OWE_BACK"));
    }

    @Test
    void the_platforms_staff_see_all() {
        gets(Comparisons.staff(), CASES + "/" + small).statusCode(200);
        gets(Comparisons.staff(), CASES + "/" + foreignCase())
                .statusCode(200)
                .body("movement", nullValue())
                .body("theirs.amountRwf", equalTo(500));
    }

    @Test
    void there_is_no_case_and_no_comparison_by_that_name() {
        noCase(gets(admin, CASES + "/" + UUID.randomUUID()));
        noCase(resolve(admin, UUID.randomUUID(), "WRITE_OFF"));
        gets(Comparisons.staff(), Comparisons.PATH + "/AIRTEL/1999-12-31").statusCode(400);
        gets(Comparisons.staff(), Comparisons.PATH + "/AIRTEL/2000-01-01")
                .statusCode(404)
                .body("type", equalTo(PROBLEM + "no-reconciliation"));
        gets(Comparisons.staff(), Comparisons.PATH + "/MPESA/2000-01-01").statusCode(400);
    }

    @Test
    void a_day_that_is_not_over_or_is_none_is_not_compared() {
        Comparisons.request(
                        Comparisons.staff(),
                        "MTN",
                        LocalDate.now(ZoneOffset.UTC).plusDays(2).toString())
                .statusCode(400)
                .body("type", equalTo(PROBLEM + "day-not-over"));
        for (String wrong : List.of("1999-12-31", "+999999999-12-31", "yesterday", "")) {
            Comparisons.request(Comparisons.staff(), "MTN", wrong).statusCode(400);
        }
        Comparisons.request(Comparisons.staff(), "MPESA", day.toString()).statusCode(400);
    }

    @Test
    void a_resolution_that_does_not_fit_is_told_which_do() {
        resolve(admin, small, "COLLECT_LATE")
                .statusCode(409)
                .body("type", equalTo(PROBLEM + "resolution-does-not-fit"))
                .body("detail", containsString("WRITE_OFF, PROVIDER_CORRECTS"));
        gets(admin, CASES + "/" + small).body("status", equalTo("OPEN"));
    }

    @Test
    void a_request_that_cannot_be_read_is_refused() {
        for (Map<String, String> body : List.of(
                Map.of("resolution", "FORGET_IT", "reason", "long enough"),
                Map.of("reason", "long enough"),
                Map.of("resolution", "WRITE_OFF"),
                Map.of("resolution", "WRITE_OFF", "reason", "no"),
                Map.of("resolution", "WRITE_OFF", "reason", "nul \u0000 byte"))) {
            posts(admin, small, "resolve", body).statusCode(400);
        }
        posts(admin, small, "approve", Map.of()).statusCode(400);
    }

    @Test
    void a_case_is_resolved_once() {
        resolve(admin, small, "WRITE_OFF")
                .statusCode(200)
                .body("status", equalTo("RESOLVED"))
                .body("fitting", empty())
                .body("history.what", equalTo(List.of("OPENED", "RESOLVED")))
                .body("history[1].reason", equalTo("because a test says so"));
        resolve(colleague, small, "WRITE_OFF").statusCode(409).body("type", equalTo(PROBLEM + "case-closed"));
        approve(colleague, small, "WRITE_OFF").statusCode(409).body("type", equalTo(PROBLEM + "case-closed"));
        assertThat(reason(small)).startsWith("WRITE_OFF by ").endsWith(": because a test says so");
    }

    @Test
    void of_many_who_resolve_a_case_at_once_one_does() throws Exception {
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(() -> resolve(admin, small, "WRITE_OFF").extract().statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> one : threads.invokeAll(all)) {
                answers.add(one.get());
            }
        }
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(7);
        assertThat(corrections(small)).isEqualTo(1);
    }

    @Test
    void a_large_case_takes_two_persons() {
        resolve(admin, large, "WRITE_OFF")
                .statusCode(202)
                .body("status", equalTo("OPEN"))
                .body("proposal.resolution", equalTo("WRITE_OFF"));
        assertThat(corrections(large)).isZero();
        approve(admin, large, "WRITE_OFF").statusCode(403).body("type", equalTo(PROBLEM + "own-proposal"));
        approve(colleague, large, "OWE_BACK").statusCode(409).body("type", equalTo(PROBLEM + "not-proposed"));

        approve(colleague, large, "WRITE_OFF")
                .statusCode(200)
                .body("status", equalTo("RESOLVED"))
                .body("proposal", nullValue())
                .body("history.what", equalTo(List.of("OPENED", "PROPOSED", "RESOLVED")));
        assertThat(reason(large)).contains(", approved by ");
        approve(colleague, large, "WRITE_OFF").statusCode(409);
    }

    @Test
    void nobody_approves_of_what_nobody_proposed() {
        approve(colleague, large, "WRITE_OFF").statusCode(409).body("type", equalTo(PROBLEM + "not-proposed"));
    }

    @Test
    void whoever_proposes_again_may_not_approve_and_the_first_one_may() {
        resolve(admin, large, "WRITE_OFF").statusCode(202);
        resolve(colleague, large, "WRITE_OFF").statusCode(202);
        approve(colleague, large, "WRITE_OFF").statusCode(403);
        approve(admin, large, "WRITE_OFF").statusCode(200);
    }

    @Test
    void a_large_case_is_left_to_the_provider_by_one_person_for_nothing_is_booked() {
        resolve(admin, large, "PROVIDER_CORRECTS").statusCode(200).body("status", equalTo("WAITING"));
        assertThat(corrections(large)).isZero();
        resolve(admin, large, "WRITE_OFF").statusCode(202);
        approve(colleague, large, "WRITE_OFF").statusCode(200);
    }

    @Test
    void cases_are_filtered_and_come_page_by_page() {
        gets(admin, CASES + "?kind=MISSING_THERE&provider=MTN&status=OPEN").body("items", hasSize(2));
        gets(admin, CASES + "?kind=AMOUNT_DIFFERS").body("items", empty());
        gets(admin, CASES + "?provider=AIRTEL").body("items", empty());
        resolve(admin, small, "WRITE_OFF").statusCode(200);
        gets(admin, CASES + "?status=RESOLVED").body("items.caseId", equalTo(List.of(small.toString())));

        JsonPath first =
                gets(admin, CASES + "?limit=1").statusCode(200).extract().jsonPath();
        String newer = first.getString("items[0].caseId");
        assertThat(newer).isIn(small.toString(), large.toString());
        gets(admin, CASES + "?limit=1&after=" + first.getString("next"))
                .body("items.caseId", equalTo(List.of((newer.equals(small.toString()) ? large : small).toString())))
                .body("next", nullValue());
    }

    @Test
    void days_come_page_by_page() {
        JsonPath first = gets(Comparisons.staff(), Comparisons.PATH + "?provider=MTN&limit=1")
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .jsonPath();
        new Comparisons(unitOfWork).compare(MTN, day.minusDays(1));
        String before = Comparisons.PATH + "?provider=MTN&limit=1&after=" + day + ".MTN";
        gets(Comparisons.staff(), before)
                .statusCode(200)
                .body("items[0].day", equalTo(day.minusDays(1).toString()));
        assertThat(first.getString("items[0].provider")).isEqualTo("MTN");
    }

    @Test
    void a_parameter_that_makes_no_sense_is_refused_with_what_to_mend() {
        for (String wrong :
                List.of("limit=0", "limit=501", "limit=x", "after=x", "after=-1", "kind=ODD", "status=NEW")) {
            gets(admin, CASES + "?" + wrong).statusCode(400).body("type", containsString(PROBLEM));
        }
        for (String wrong : List.of("limit=0", "after=x", "after=2026-13-01.MTN", "provider=MPESA")) {
            gets(Comparisons.staff(), Comparisons.PATH + "?" + wrong).statusCode(400);
        }
    }

    private UUID seed(long totalRwf, Instant at) {
        return unitOfWork.call(tx -> new PastMoney(tx.sql(), tenant, MTN).paid(totalRwf, at));
    }

    private UUID caseOf(UUID movement) {
        return unitOfWork.read(
                sql -> sql.createQuery("select case_id from reconciliation_case where movement = :movement")
                        .bind("movement", movement)
                        .mapTo(UUID.class)
                        .one());
    }

    private UUID foreignCase() {
        return unitOfWork.read(
                sql -> sql.createQuery("select case_id from reconciliation_case where reference = :reference")
                        .bind("reference", "foreign-" + tenant)
                        .mapTo(UUID.class)
                        .one());
    }

    private int corrections(UUID caseId) {
        return unitOfWork.read(sql -> sql.createQuery(
                        "select count(*) from ledger_transfer where reference = :caseId and kind = 'CORRECTION'")
                .bind("caseId", caseId)
                .mapTo(Integer.class)
                .one());
    }

    private String reason(UUID caseId) {
        return unitOfWork.read(sql -> sql.createQuery(
                        "select reason from ledger_transfer where reference = :caseId and kind = 'CORRECTION'")
                .bind("caseId", caseId)
                .mapTo(String.class)
                .one());
    }

    private static void noCase(ValidatableResponse answer) {
        answer.statusCode(404).body("type", equalTo(PROBLEM + "no-case"));
    }

    private static ValidatableResponse gets(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    private static ValidatableResponse resolve(String token, UUID caseId, String resolution) {
        return posts(token, caseId, "resolve", Map.of("resolution", resolution, "reason", "because a test says so"));
    }

    private static ValidatableResponse approve(String token, UUID caseId, String resolution) {
        return posts(token, caseId, "approve", Map.of("resolution", resolution));
    }

    private static ValidatableResponse posts(String token, UUID caseId, String verb, Map<String, String> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(CASES + "/" + caseId + "/" + verb)
                .then();
    }
}
