package rw.ishemalink.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static rw.ishemalink.kit.testing.Patience.await;
import static rw.ishemalink.payment.ledger.Account.DRIVER_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.OPERATOR_PAYABLE;
import static rw.ishemalink.payment.ledger.Account.PAYER_CLEARING_MTN;
import static rw.ishemalink.payment.ledger.Account.SUSPENSE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.outbox.UnitOfWork;
import rw.ishemalink.kit.testing.TestToken;
import rw.ishemalink.payment.ledger.Entry;
import rw.ishemalink.payment.ledger.Ledger;
import rw.ishemalink.payment.ledger.Postings;
import rw.ishemalink.payment.ledger.Subject;
import rw.ishemalink.payment.ledger.Transfer;

/** Who may see what of the books, and what they look like from outside. */
@QuarkusTest
@QuarkusTestResource(PaymentParts.class)
class LedgerAccessTest {

    private static final String LEDGER = "/api/payments/ledger";
    private static final String DRIVERS = LEDGER + "/accounts/DRIVER_PAYABLE/statement";
    private static final String OPERATORS = LEDGER + "/accounts/OPERATOR_PAYABLE/statement";

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Ledger ledger;

    private final String tenant = "tenant-" + UUID.randomUUID();
    private final UUID driver = UUID.randomUUID();
    private final UUID operator = UUID.randomUUID();
    private final String auditor = TestToken.of(Role.AUDITOR).tenant(tenant).sign();

    @BeforeEach
    void book() {
        for (long share : List.of(850, 1_700, 2_550)) {
            post(Postings.shareEarned(UUID.randomUUID(), DRIVER_PAYABLE, driver, 150, share));
        }
        post(Postings.shareEarned(UUID.randomUUID(), OPERATOR_PAYABLE, operator, 150, 850));
        await().until(() ->
                gets(auditor, LEDGER + "/balance").extract().path("waiting").equals(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/balance", "/verify", "/accounts", "/accounts/DRIVER_PAYABLE/statement"})
    void without_a_token_or_with_an_old_or_foreign_one_nothing_is_shown(String path) {
        given().get(LEDGER + path).then().statusCode(401);
        gets(TestToken.of(Role.AUDITOR).expired().sign(), LEDGER + path).statusCode(401);
        gets(TestToken.of(Role.AUDITOR).signWithForeignKey(), LEDGER + path).statusCode(401);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "TENANT_ADMIN", "PLATFORM_ADMIN"},
            mode = EnumSource.Mode.EXCLUDE)
    void the_books_as_a_whole_are_closed_to_everybody_else(Role role) {
        gets(TestToken.of(role).sign(), LEDGER + "/balance").statusCode(403);
        gets(TestToken.of(role).sign(), LEDGER + "/verify").statusCode(403);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DRIVER", "OPERATOR", "AUDITOR", "TENANT_ADMIN", "PLATFORM_ADMIN"},
            mode = EnumSource.Mode.EXCLUDE)
    void accounts_are_closed_to_who_has_none(Role role) {
        gets(TestToken.of(role).sign(), LEDGER + "/accounts").statusCode(403);
        gets(TestToken.of(role).sign(), DRIVERS).statusCode(403);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AUDITOR", "TENANT_ADMIN", "PLATFORM_ADMIN"})
    void those_who_check_the_books_see_those_of_the_own_tenant_only(Role role) {
        String own = TestToken.of(role).tenant(tenant).sign();
        String others = TestToken.of(role).tenant("nobody-" + UUID.randomUUID()).sign();
        gets(own, LEDGER + "/balance")
                .statusCode(200)
                .body("debits", equalTo(6_550))
                .body("credits", equalTo(6_550))
                .body("difference", equalTo(0))
                .body("through.sequence", equalTo(4))
                .body("accounts.find { it.account == 'COMMISSION' }.balance", equalTo(-600))
                .body("accounts.find { it.account == 'DRIVER_PAYABLE' }.balance", equalTo(-5_100))
                .body("accounts.find { it.account == 'DRIVER_PAYABLE' }.type", equalTo("LIABILITY"));
        gets(own, DRIVERS + "?party=" + driver).statusCode(200).body("lines", hasSize(3));
        gets(own, DRIVERS).statusCode(200).body("lines[0].party", equalTo(driver.toString()));
        gets(own, LEDGER + "/accounts?account=DRIVER_PAYABLE")
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.balance", equalTo(List.of(-5_100, -5_100)));
        gets(others, LEDGER + "/balance")
                .statusCode(200)
                .body("debits", equalTo(0))
                .body("accounts", empty());
        gets(others, DRIVERS + "?party=" + driver).statusCode(200).body("lines", empty());
        gets(others, LEDGER + "/accounts").statusCode(200).body("items", empty());
        gets(others, LEDGER + "/verify").statusCode(200).body("sealed", equalTo(0));
    }

    @Test
    void a_driver_sees_the_own_account_and_no_other() {
        String own = TestToken.of(Role.DRIVER).person(driver).tenant(tenant).sign();
        gets(own, DRIVERS)
                .statusCode(200)
                .body("party", equalTo(driver.toString()))
                .body("lines.amount", equalTo(List.of(850, 1_700, 2_550)))
                .body("lines.balance", equalTo(List.of(-850, -2_550, -5_100)))
                .body("closing.balance", equalTo(-5_100));
        gets(own, DRIVERS + "?party=" + driver).statusCode(200).body("lines", hasSize(3));
        gets(own, LEDGER + "/accounts")
                .statusCode(200)
                .body("items.account", equalTo(List.of("DRIVER_PAYABLE")))
                .body("items[0].party", equalTo(driver.toString()));
        noAccount(own, DRIVERS + "?party=" + UUID.randomUUID());
        noAccount(own, OPERATORS);
        noAccount(own, LEDGER + "/accounts/REVENUE/statement");
        String stranger = TestToken.of(Role.DRIVER).tenant(tenant).sign();
        noAccount(stranger, DRIVERS + "?party=" + driver);
        gets(stranger, DRIVERS).statusCode(200).body("lines", empty()).body("closing.balance", equalTo(0));
        gets(stranger, LEDGER + "/accounts").statusCode(200).body("items", empty());
        String elsewhere =
                TestToken.of(Role.DRIVER).person(driver).tenant("another").sign();
        gets(elsewhere, DRIVERS).statusCode(200).body("lines", empty());
    }

    @Test
    void an_operator_sees_the_own_account_and_no_other() {
        String own =
                TestToken.of(Role.OPERATOR).operator(operator).tenant(tenant).sign();
        gets(own, OPERATORS).statusCode(200).body("lines.amount", equalTo(List.of(850)));
        gets(own, LEDGER + "/accounts").statusCode(200).body("items.party", equalTo(List.of(operator.toString())));
        noAccount(own, DRIVERS);
        noAccount(own, OPERATORS + "?party=" + UUID.randomUUID());
        noAccount(TestToken.of(Role.OPERATOR).tenant(tenant).sign(), OPERATORS);
        String drivesForIt =
                TestToken.of(Role.DRIVER).operator(operator).tenant(tenant).sign();
        noAccount(drivesForIt, OPERATORS);
    }

    @Test
    void there_is_no_account_of_that_name_or_of_that_party() {
        noAccount(auditor, LEDGER + "/accounts/PIGGY_BANK/statement");
        noAccount(auditor, LEDGER + "/accounts/REVENUE/statement?party=" + driver);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repeat_while_more_is_booked() {
        List<Integer> seen = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = gets(
                            auditor, DRIVERS + "?limit=1&party=" + driver + (after == null ? "" : "&after=" + after))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            int before = seen.isEmpty()
                    ? 0
                    : -seen.stream().mapToInt(Integer::intValue).sum();
            assertThat(page.getInt("opening.balance")).isEqualTo(before);
            seen.addAll(page.getList("lines.amount", Integer.class));
            after = page.getString("next");
            post(Postings.providerFee(UUID.randomUUID(), PAYER_CLEARING_MTN, 5));
        } while (after != null);
        assertThat(seen).containsExactly(850, 1_700, 2_550);
    }

    @Test
    void accounts_come_page_by_page_too() {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            JsonPath page = gets(auditor, LEDGER + "/accounts?limit=2" + (after == null ? "" : "&after=" + after))
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.account", String.class));
            after = page.getString("next");
        } while (after != null);
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "REVENUE",
                        "COMMISSION",
                        "DRIVER_PAYABLE",
                        "DRIVER_PAYABLE",
                        "OPERATOR_PAYABLE",
                        "OPERATOR_PAYABLE");
    }

    @Test
    void a_balance_and_a_statement_of_an_earlier_time_stay_what_they_were() {
        Instant then =
                Instant.parse(gets(auditor, LEDGER + "/balance").extract().path("through.sealedAt"));
        post(Postings.shareEarned(UUID.randomUUID(), DRIVER_PAYABLE, driver, 150, 9_999));
        await().untilAsserted(() -> gets(auditor, DRIVERS).body("closing.balance", equalTo(-15_099)));

        gets(auditor, LEDGER + "/balance?at=" + then)
                .statusCode(200)
                .body("debits", equalTo(6_550))
                .body("through.sequence", equalTo(4))
                .body("accounts.find { it.account == 'DRIVER_PAYABLE' }.balance", equalTo(-5_100));
        gets(auditor, LEDGER + "/balance?at=" + then.minusNanos(1_000))
                .statusCode(200)
                .body("through.sequence", org.hamcrest.Matchers.anyOf(nullValue(), org.hamcrest.Matchers.lessThan(4)));
        gets(auditor, LEDGER + "/balance?at=2001-01-01T00:00:00Z")
                .statusCode(200)
                .body("through", nullValue())
                .body("debits", equalTo(0));
        Instant next = then.plusNanos(1_000);
        gets(auditor, DRIVERS + "?to=" + next).body("closing.balance", equalTo(-5_100));
        gets(auditor, DRIVERS + "?from=" + next)
                .body("opening.balance", equalTo(-5_100))
                .body("lines.amount", equalTo(List.of(9_999)))
                .body("closing.balance", equalTo(-15_099));
        gets(auditor, DRIVERS + "?from=" + next + "&to=" + next)
                .body("opening.balance", equalTo(-5_100))
                .body("lines", empty())
                .body("closing.balance", equalTo(-5_100));
    }

    @Test
    void a_statement_is_there_as_CSV_too_and_its_header_leads_on() {
        UUID wrong = post(Postings.unexplained(UUID.randomUUID(), PAYER_CLEARING_MTN, 70));
        post(Postings.correction(
                UUID.randomUUID(),
                wrong,
                "=HYPERLINK(\"x\"), found",
                List.of(Entry.debit(SUSPENSE, 70), Entry.credit(PAYER_CLEARING_MTN, 70))));
        String suspense = LEDGER + "/accounts/SUSPENSE/statement";
        await().untilAsserted(() -> gets(auditor, suspense).body("lines", hasSize(2)));
        List<String> lines = csv(auditor, suspense).asString().lines().toList();
        assertThat(lines.getFirst()).startsWith("sequence,sealedAt,transferId,kind,phase,subject");
        assertThat(lines.get(1)).contains(",UNEXPLAINED,DIRECT,PAYOUT,").endsWith(",,,,CREDIT,70,-70,0");
        assertThat(lines.get(2)).contains("," + wrong + ",\"'=HYPERLINK(\"\"x\"\"), found\",,DEBIT,70,0,0");

        Response first = csv(auditor, DRIVERS + "?limit=2");
        assertThat(first.contentType()).startsWith("text/csv");
        String link = first.header("Link");
        assertThat(link).contains("rel=\"next\"").contains("after=").contains("limit=2");
        String path = link.substring(link.indexOf("/api/"), link.indexOf('>'));
        Response second = csv(auditor, path);
        assertThat(second.asString().lines()).hasSize(2);
        assertThat(second.header("Link")).isNull();
    }

    @Test
    void verify_answers_with_an_end_that_can_be_noted_and_checked_later() {
        JsonPath books =
                gets(auditor, LEDGER + "/verify").statusCode(200).extract().jsonPath();
        assertThat(books.getBoolean("intact")).isTrue();
        assertThat(books.getInt("sealed")).isEqualTo(4);
        String noted = "?sequence=" + books.getInt("end.sequence") + "&hash=";
        gets(auditor, LEDGER + "/verify" + noted + books.getString("end.hash"))
                .statusCode(200)
                .body("intact", equalTo(true));
        gets(auditor, LEDGER + "/verify" + noted + "0".repeat(64))
                .statusCode(200)
                .body("intact", equalTo(false))
                .body("findings[0].kind", equalTo("NOT_AS_NOTED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/balance?at=yesterday",
                "/balance?at=1999-01-01T00:00:00Z",
                "/verify?sequence=0&hash=00",
                "/verify?sequence=1&hash=xyz",
                "/accounts?limit=0",
                "/accounts?limit=1001",
                "/accounts?account=PIGGY_BANK",
                "/accounts/DRIVER_PAYABLE/statement?from=soon",
                "/accounts/DRIVER_PAYABLE/statement?to=late",
                "/accounts/DRIVER_PAYABLE/statement?limit=many",
                "/accounts/DRIVER_PAYABLE/statement?party=me"
            })
    void parameters_that_make_no_sense_say_what_they_take(String path) {
        gets(auditor, LEDGER + path)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:ishemalink:problem:bad-parameter"));
    }

    @Test
    void a_place_without_its_hash_and_a_cursor_of_somebody_elses_making_are_400() {
        gets(auditor, LEDGER + "/verify?sequence=1")
                .statusCode(400)
                .body("type", equalTo("urn:ishemalink:problem:sequence-and-hash"));
        for (String cursor : List.of("x", "AAAA", "!!")) {
            for (String path : List.of("/accounts", "/accounts/REVENUE/statement")) {
                given().auth()
                        .oauth2(auditor)
                        .get(LEDGER + path + "?after={cursor}", cursor)
                        .then()
                        .statusCode(400)
                        .body("type", equalTo("urn:ishemalink:problem:unknown-cursor"));
            }
        }
    }

    @Test
    void a_refusal_of_the_CSV_is_a_problem_in_the_callers_language() {
        given().auth()
                .oauth2(auditor)
                .accept("text/csv")
                .header("Accept-Language", "rw")
                .get(LEDGER + "/accounts/PIGGY_BANK/statement")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("title", equalTo("Nta konti"));
    }

    @Test
    void the_contract_for_callers_names_every_path() {
        given().get("/q/openapi")
                .then()
                .statusCode(200)
                .body(containsString(LEDGER + "/accounts/{account}/statement"))
                .body(containsString(LEDGER + "/verify"));
    }

    private UUID post(Transfer transfer) {
        return unitOfWork.call(tx -> ledger.post(tx.sql(), tenant, Subject.payout(transfer.reference()), transfer));
    }

    private static void noAccount(String token, String path) {
        gets(token, path).statusCode(404).body("type", equalTo("urn:ishemalink:problem:no-account"));
    }

    private static ValidatableResponse gets(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    private static Response csv(String token, String path) {
        return given().auth().oauth2(token).accept("text/csv").get(path);
    }
}
